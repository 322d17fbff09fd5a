using System.Runtime.InteropServices;

namespace MdevDesired.Linux.Interop;

/// <summary>How a file is opened; every descriptor is closed on exec.</summary>
internal readonly record struct OpenFlags
{
    private const ulong WriteOnlyBit = 0x1;
    private const ulong ReadWriteBit = 0x2;
    private const ulong CreateBit = 0x40;
    private const ulong ExclusiveBit = 0x80;
    private const ulong NonBlockBit = 0x800;
    private const ulong CloseOnExecBit = 0x80000;
    private const ulong PathBit = 0x200000;

    private OpenFlags(ulong bits) => Bits = bits | CloseOnExecBit;

    /// <summary>A planted FIFO must not stop the reader: regular files and sysfs ignore O_NONBLOCK.</summary>
    public static OpenFlags Read => new(NonBlockBit);

    public static OpenFlags Write => new(WriteOnlyBit);

    public static OpenFlags Folder => new(DirectoryBit);

    /// <summary>O_PATH: asks for no permission on the file itself, and gives only its status.</summary>
    public static OpenFlags Status => new(PathBit);

    public static OpenFlags CreateNew => new(WriteOnlyBit | CreateBit | ExclusiveBit);

    public static OpenFlags ReadWriteOrCreate => new(ReadWriteBit | CreateBit | NonBlockBit);

    public ulong Bits { get; }

    // One of the few flags that differ: arch/arm64/include/uapi/asm/fcntl.h, include/uapi/asm-generic/fcntl.h.
    private static ulong DirectoryBit => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x4000ul : 0x10000ul;
}
