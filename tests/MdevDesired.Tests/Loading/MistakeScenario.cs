using MdevDesired.Loading;

namespace MdevDesired.Tests.Loading;

/// <summary>The scenarios under <c>Mistakes/</c>: each a file, or a folder of files that are loaded together.</summary>
internal static class MistakeScenario
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Root, "tests", "MdevDesired.Tests", "Loading", "Mistakes");

    public static IEnumerable<string> Names => Directory
        .EnumerateFileSystemEntries(Folder)
        .Select(path => Path.GetFileNameWithoutExtension(path)!)
        .Order(StringComparer.Ordinal);

    public static IReadOnlyList<SourceText> Read(string name)
    {
        var folder = Path.Combine(Folder, name);
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(path => Sources.File(path, Path.GetFileName(path)))]
            : [Sources.File(folder + ".yaml", name + ".yaml")];
    }
}
