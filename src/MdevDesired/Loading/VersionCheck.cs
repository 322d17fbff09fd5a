using MdevDesired.Loading.Yaml;

namespace MdevDesired.Loading;

/// <summary>Asks a document for its format version: of another version than ours nothing more can be said.</summary>
internal static class VersionCheck
{
    /// <summary>False when the document states another version, which is reported.</summary>
    public static bool IsKnown(YamlNode document, Findings findings)
    {
        var stated = (document as MappingNode)?.Find("apiVersion")?.Value;
        if (stated is not ScalarNode { Kind: ScalarKind.Text, Text: not DesiredStateFormat.ApiVersion } other)
        {
            return true;
        }

        findings.Add(other.Span, Mistakes.UnknownApiVersion(other.Text));
        return false;
    }
}
