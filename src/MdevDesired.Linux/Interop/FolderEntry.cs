namespace MdevDesired.Linux.Interop;

/// <summary>One name in a folder, as getdents64(2) gives it.</summary>
/// <param name="name">The bytes of the name, without the NUL that ends it.</param>
/// <param name="inode">The inode, which on sysfs is that of the status too (fs/kernfs/dir.c, <c>kernfs_fop_readdir</c>).</param>
/// <param name="type">One of DT_*.</param>
internal readonly ref struct FolderEntry(ReadOnlySpan<byte> name, ulong inode, byte type)
{
    // Some file systems tell no types; sysfs does. Then an entry is taken for what it should be.
    private const byte DtUnknown = 0;
    private const byte DtDir = 4;
    private const byte DtLnk = 10;

    public ReadOnlySpan<byte> Name { get; } = name;

    public ulong Inode { get; } = inode;

    public bool IsFolder { get; } = type is DtDir or DtUnknown;

    public bool IsLink { get; } = type is DtLnk or DtUnknown;
}
