using System.Runtime.InteropServices;

namespace MdevDesired.Linux.Interop;

/// <summary>Waits for one open descriptor.</summary>
internal static class Readiness
{
    /// <summary>Waits until there is something to read (poll(2)); the value is 0 when the time ran out. A signal ends it.</summary>
    public static Answer WaitFor(SafeHandle descriptor, int milliseconds)
    {
        var added = false;
        descriptor.DangerousAddRef(ref added);
        try
        {
            var request = new PollRequest((int)descriptor.DangerousGetHandle());
            return Answer.Of(LibcSockets.Poll(ref request, 1, milliseconds));
        }
        finally
        {
            descriptor.DangerousRelease();
        }
    }
}
