namespace MdevDesired.Cli.Input;

/// <summary>Finds the documents in a folder.</summary>
internal static class DocumentFiles
{
    /// <summary>The paths of its *.yaml and *.yml, sorted by name. Hidden files are editors' locks and copies, not documents.</summary>
    public static List<string> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder)
            .Where(file => Path.GetFileName(file) is var name && !name.StartsWith('.') && Path.GetExtension(name) is ".yaml" or ".yml")
            .Order(StringComparer.Ordinal),
    ];
}
