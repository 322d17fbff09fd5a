namespace MdevDesired.Loading.Yaml;

/// <summary>What keeps a small hostile file from becoming a big problem.</summary>
internal static class YamlLimits
{
    /// <summary>How many lists and mappings may stand inside one another.</summary>
    public const int Depth = 64;

    /// <summary>How many nodes one file may gain through aliases and merge keys.</summary>
    public const int AliasedNodes = 100_000;
}
