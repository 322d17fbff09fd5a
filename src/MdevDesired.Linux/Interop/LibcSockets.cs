using System.Runtime.InteropServices;

namespace MdevDesired.Linux.Interop;

/// <summary>The functions of the C library for sockets; nothing but their prototypes.</summary>
internal static partial class LibcSockets
{
    private const string Library = "libc";

    // int socket(int domain, int type, int protocol);
    [LibraryImport(Library, EntryPoint = "socket", SetLastError = true)]
    public static partial int Socket(int domain, int type, int protocol);

    // int bind(int sockfd, const struct sockaddr *addr, socklen_t addrlen);
    [LibraryImport(Library, EntryPoint = "bind", SetLastError = true)]
    public static partial int Bind(SocketDescriptor socket, in SocketAddress address, uint length);

    // int setsockopt(int sockfd, int level, int optname, const void *optval, socklen_t optlen);
    [LibraryImport(Library, EntryPoint = "setsockopt", SetLastError = true)]
    public static partial int SetSockOpt(SocketDescriptor socket, int level, int name, in int value, uint length);

    // ssize_t sendto(int sockfd, const void *buf, size_t len, int flags, const struct sockaddr *to, socklen_t tolen);
    [LibraryImport(Library, EntryPoint = "sendto", SetLastError = true)]
    public static partial nint SendTo(
        SocketDescriptor socket, ReadOnlySpan<byte> buffer, nuint length, int flags, in SocketAddress to, uint toLength);

    // ssize_t recvfrom(int sockfd, void *buf, size_t len, int flags, struct sockaddr *from, socklen_t *fromlen);
    [LibraryImport(Library, EntryPoint = "recvfrom", SetLastError = true)]
    public static partial nint ReceiveFrom(
        SocketDescriptor socket, Span<byte> buffer, nuint length, int flags, ref SocketAddress from, ref uint fromLength);

    // int poll(struct pollfd *fds, nfds_t nfds, int timeout);
    [LibraryImport(Library, EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(ref PollRequest requests, nuint count, int milliseconds);
}
