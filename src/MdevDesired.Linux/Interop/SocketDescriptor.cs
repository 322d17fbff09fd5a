using System.Runtime.InteropServices;

namespace MdevDesired.Linux.Interop;

/// <summary>An open netlink socket, closed on exec. Calls that a signal interrupted are made again.</summary>
internal sealed class SocketDescriptor : SafeHandle
{
    private const int RawCloseOnExec = 0x3 | 0x80000;
    private const int MsgTrunc = 0x20;
    private const int MsgDontWait = 0x40;

    private SocketDescriptor(nint descriptor)
        : base(-1, ownsHandle: true) => SetHandle(descriptor);

    public override bool IsInvalid => handle == -1;

    /// <summary>Opens a socket of a netlink protocol; invalid when it cannot, and the answer says why.</summary>
    public static SocketDescriptor Open(int protocol, out Answer answer)
    {
        answer = Answer.Of(LibcSockets.Socket(SocketAddress.NetlinkFamily, RawCloseOnExec, protocol));
        return new SocketDescriptor((nint)answer.Value);
    }

    /// <summary>Lets the kernel choose a port.</summary>
    public Answer Bind() => Answer.Of(LibcSockets.Bind(this, SocketAddress.Kernel, SocketAddress.Size));

    public Answer SetOption(int level, int name, int value) =>
        Answer.Of(LibcSockets.SetSockOpt(this, level, name, value, sizeof(int)));

    /// <summary>Sends one datagram to the kernel.</summary>
    public Answer Send(ReadOnlySpan<byte> datagram)
    {
        Answer answer;
        do
        {
            answer = Answer.Of(
                LibcSockets.SendTo(this, datagram, (nuint)datagram.Length, 0, SocketAddress.Kernel, SocketAddress.Size));
        }
        while (answer.Interrupted);
        return answer;
    }

    /// <summary>Takes a datagram that is there, else EAGAIN; the value is its length, though the buffer be shorter.</summary>
    public Answer Receive(Span<byte> buffer, out uint sender)
    {
        Answer answer;
        var from = default(SocketAddress);
        var size = SocketAddress.Size;
        do
        {
            answer = Answer.Of(
                LibcSockets.ReceiveFrom(this, buffer, (nuint)buffer.Length, MsgTrunc | MsgDontWait, ref from, ref size));
        }
        while (answer.Interrupted);
        sender = from.Port;
        return answer;
    }

    /// <summary>Waits until there is something to receive; the value is 0 when the time ran out. A signal ends it.</summary>
    public Answer Wait(int milliseconds) => Readiness.WaitFor(this, milliseconds);

    protected override bool ReleaseHandle() => Libc.Close((int)handle) == 0;
}
