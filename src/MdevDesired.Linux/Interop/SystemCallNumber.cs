using System.Runtime.InteropServices;

namespace MdevDesired.Linux.Interop;

/// <summary>Numbers of the system calls that not every C library wraps (arch/*/entry/syscalls, asm-generic/unistd.h).</summary>
internal static class SystemCallNumber
{
    /// <summary>The same number on every architecture: it came after the tables were united.</summary>
    public const int OpenAt2 = 437;

    public static nint GetDents64 => RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 217 : 61;
}
