using System.Runtime.InteropServices;

namespace MdevDesired.Linux.Interop;

/// <summary><c>struct pollfd</c> (include/uapi/asm-generic/poll.h), for something to read.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PollRequest(int descriptor)
{
    private const short PollIn = 1;

    public int Descriptor = descriptor;

    public short Events = PollIn;

    public short Returned;
}
