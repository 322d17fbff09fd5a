using System.Runtime.InteropServices;

namespace MdevDesired.Linux.Interop;

/// <summary><c>struct open_how</c> (include/uapi/linux/openat2.h); the kernel refuses what it does not know of it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct OpenHow(OpenFlags flags, uint mode, Resolve resolve)
{
    public const int Size = 24;

    public readonly ulong Flags = flags.Bits;

    public readonly ulong Mode = mode;

    public readonly ulong Resolve = (ulong)resolve;
}
