namespace MdevDesired.Tests.Linux;

/// <summary>A file system in memory that is soon full, on a folder for as long as a test needs it.</summary>
internal sealed class SmallMount : IDisposable
{
    private readonly string _path;

    public SmallMount(string path, string size)
    {
        _path = path;
        Shell.Run("mount", "-t", "tmpfs", "-o", $"size={size}", "none", path);
    }

    public void Dispose() => Shell.Run("umount", _path);
}
