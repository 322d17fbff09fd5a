using MdevDesired.Applying;
using MdevDesired.Linux.Interop;

namespace MdevDesired.Linux.State;

/// <summary>
/// The folder <c>run/mdev-desired</c>, where this program keeps what lives as long as the devices do. No link is followed on the
/// way, so that none planted there can redirect what root writes.
/// </summary>
internal static class StateFolder
{
    private const string Name = "mdev-desired";
    private const uint Mode = 0b111_101_101;

    public static string PathUnder(HostRoot root) => $"{root.Run}/{Name}";

    /// <summary>Opens the folder; null when there is none.</summary>
    /// <exception cref="KernelException">It is there and cannot be opened, or a link stands in its place.</exception>
    public static Folder? Open(HostRoot root)
    {
        using var top = Folder.Open(root.Path);
        return top?.OpenFolder($"run/{Name}", Resolve.NoLinks);
    }

    /// <summary>Opens the folder, which is made when there is none: everyone may look, the owner may write.</summary>
    /// <exception cref="KernelException">It can neither be opened nor made.</exception>
    public static Folder OpenOrMake(HostRoot root)
    {
        if (Open(root) is { } there)
        {
            return there;
        }

        using var top = Folder.Open(root.Path) ?? throw new KernelException("open", root.Path, Errno.ENOENT);
        using var run = Make(top, "run");
        return Make(run, Name);
    }

    private static Folder Make(Folder above, string name)
    {
        var made = above.MakeFolder(name, Mode);
        if (made.Errno is { } errno and not Errno.EEXIST)
        {
            throw new KernelException("make folder", above.PathOf(name), errno);
        }

        var folder = above.OpenFolder(name, Resolve.NoLinks) ?? throw new KernelException("open", above.PathOf(name), Errno.ENOENT);
        // mkdir(2) takes the caller's umask away.
        if (!made.Failed)
        {
            folder.Descriptor.ChangeMode(Mode);
        }

        return folder;
    }
}
