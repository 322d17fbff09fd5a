using System.Runtime.InteropServices;
using MdevDesired.Applying;

namespace MdevDesired.Linux.Interop;

/// <summary>What a system call returned: a number, or why it failed.</summary>
/// <param name="Value">The number returned, or -1.</param>
/// <param name="Errno">Null when the call succeeded.</param>
internal readonly record struct Answer(long Value, Errno? Errno)
{
    public bool Failed => Errno is not null;

    /// <summary>Whether a signal came first and the call must be made again (signal(7)).</summary>
    public bool Interrupted => Errno == Applying.Errno.EINTR;

    /// <summary>Takes the value that an imported function just returned; nothing may be called in between.</summary>
    public static Answer Of(long returned) =>
        returned >= 0 ? new Answer(returned, null) : new Answer(-1, (Errno)Marshal.GetLastPInvokeError());
}
