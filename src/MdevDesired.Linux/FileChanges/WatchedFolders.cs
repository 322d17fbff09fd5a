namespace MdevDesired.Linux.FileChanges;

/// <summary>
/// The folders that must be watched so that no change of a path is missed: the folder of each entry on the way to it, links on the way and
/// their targets included, and of a folder its own entries. What is absent is covered by the folder in which it would appear.
/// </summary>
internal sealed class WatchedFolders
{
    // As many as the kernel follows (path_resolution(7)).
    private const int MostLinks = 40;

    private readonly Dictionary<string, HashSet<string>?> _folders = new(StringComparer.Ordinal);
    private int _links;

    /// <summary>By folder the names of the entries that count; null where all do.</summary>
    public IReadOnlyDictionary<string, HashSet<string>?> Folders => _folders;

    /// <param name="paths">Files and folders, absent ones too.</param>
    /// <param name="documents">The paths of the files to be read in a folder.</param>
    public static WatchedFolders Of(IEnumerable<string> paths, Func<string, IEnumerable<string>> documents)
    {
        var folders = new WatchedFolders();
        foreach (var path in paths.Select(Path.GetFullPath))
        {
            folders.Add(path);
            if (Directory.Exists(path))
            {
                folders._folders[path] = null;
                // A document may itself be a link, as those of a Kubernetes ConfigMap are.
                documents(path).Where(document => LinkTarget(document) is not null).ToList().ForEach(folders.Add);
            }
        }

        return folders;
    }

    private void Add(string path)
    {
        _links = 0;
        Follow(path);
    }

    private void Follow(string path)
    {
        var above = "/";
        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var index = 0; index < names.Length; index++)
        {
            var entry = Path.Combine(above, names[index]);
            Watch(above, names[index]);
            if (LinkTarget(entry) is { } target && ++_links <= MostLinks)
            {
                var rest = string.Join('/', names[(index + 1)..]);
                Follow(Path.GetFullPath(Path.Combine(above, target, rest)));
                return;
            }

            if (!Path.Exists(entry))
            {
                return;
            }

            above = entry;
        }
    }

    private void Watch(string folder, string name)
    {
        if (!_folders.TryGetValue(folder, out var names))
        {
            _folders[folder] = [name];
        }
        else
        {
            names?.Add(name);
        }
    }

    private static string? LinkTarget(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
