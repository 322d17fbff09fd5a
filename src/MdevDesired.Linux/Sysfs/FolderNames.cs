using System.Text;
using MdevDesired.Applying;
using MdevDesired.Linux.Interop;
using MdevDesired.Model;

namespace MdevDesired.Linux.Sysfs;

/// <summary>The names in folders of sysfs; a folder that is not there has none.</summary>
internal static class FolderNames
{
    /// <summary>The folders in a folder that are usable as names, ordered.</summary>
    /// <exception cref="KernelException">The folder is there and cannot be read.</exception>
    public static List<string> OfFolders(Folder above, string path, Span<byte> buffer) =>
        Read(above, path, buffer, folders: true);

    /// <summary>The links in a folder that are usable as names, ordered.</summary>
    /// <exception cref="KernelException">The folder is there and cannot be read.</exception>
    public static List<string> OfLinks(Folder above, string path, Span<byte> buffer) =>
        Read(above, path, buffer, folders: false);

    /// <summary>The UUIDs that links in a folder are named by.</summary>
    /// <exception cref="KernelException">The folder is there and cannot be read.</exception>
    public static List<MdevUuid> OfMdevs(Folder above, string path, Span<byte> buffer)
    {
        using var folder = above.OpenFolder(path, Resolve.LinksBeneath);
        return OfMdevs(folder, buffer);
    }

    /// <summary>The same of an open folder, or of none.</summary>
    /// <exception cref="KernelException">The folder cannot be read.</exception>
    public static List<MdevUuid> OfMdevs(Folder? folder, Span<byte> buffer)
    {
        var uuids = new List<MdevUuid>();
        if (folder is null)
        {
            return uuids;
        }

        foreach (var entry in folder.Entries(buffer))
        {
            if (entry.IsLink && TryParse(entry, out var uuid))
            {
                uuids.Add(uuid);
            }
        }

        return uuids;
    }

    /// <summary>Whether an entry is named as a mediated device is: folders of devices hold much else.</summary>
    public static bool TryParse(FolderEntry entry, out MdevUuid uuid)
    {
        uuid = default;
        return entry.Name.Length == MdevUuid.Length && MdevUuid.TryParse(Encoding.UTF8.GetString(entry.Name), out uuid);
    }

    private static List<string> Read(Folder above, string path, Span<byte> buffer, bool folders)
    {
        var names = new List<string>();
        using var folder = above.OpenFolder(path, Resolve.LinksBeneath);
        if (folder is null)
        {
            return names;
        }

        foreach (var entry in folder.Entries(buffer))
        {
            if ((folders ? entry.IsFolder : entry.IsLink) && Encoding.UTF8.GetString(entry.Name) is var name && IsUsable(name))
            {
                names.Add(name);
            }
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    // A name that is no UTF-8 could not be found again by its text.
    private static bool IsUsable(string name) =>
        PathSegment.Reject(name) is null && !name.Contains('\uFFFD', StringComparison.Ordinal);
}
