using System.Runtime.InteropServices;

namespace MdevDesired.Linux.Interop;

/// <summary>The part of <c>struct statx</c> that is read here (include/uapi/linux/stat.h: 256 bytes on every architecture).</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal readonly struct FileStatus
{
    /// <summary>STATX_TYPE, STATX_MODE and STATX_INO.</summary>
    public const uint Mask = 0x1 | 0x2 | 0x100;

    private const int TypeBits = 0xF000;
    private const int RegularFile = 0x8000;
    private const int ReadBits = 0x124;
    private const int WriteBits = 0x92;

    [FieldOffset(28)]
    private readonly ushort _mode;

    [FieldOffset(32)]
    private readonly ulong _inode;

    [FieldOffset(136)]
    private readonly uint _deviceMajor;

    [FieldOffset(140)]
    private readonly uint _deviceMinor;

    public ulong Inode => _inode;

    /// <summary>The device that the file is on, as glibc's <c>st_dev</c> has it (makedev(3)).</summary>
    public ulong Device =>
        (_deviceMinor & 0xFFu) | ((_deviceMajor & 0xFFFu) << 8) | ((ulong)(_deviceMinor & ~0xFFu) << 12) | ((ulong)(_deviceMajor & ~0xFFFu) << 32);

    public bool IsRegularFile => (_mode & TypeBits) == RegularFile;

    /// <summary>Whether the mode lets anyone read.</summary>
    public bool IsReadable => (_mode & ReadBits) != 0;

    /// <summary>Whether the mode lets anyone write.</summary>
    public bool IsWritable => (_mode & WriteBits) != 0;
}
