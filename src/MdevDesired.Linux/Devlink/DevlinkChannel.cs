using System.Collections.Immutable;
using MdevDesired.Applying;
using MdevDesired.Linux.Netlink;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Linux.Devlink;

/// <summary>
/// Speaks with the kernel's devlink, one request after another: not for several threads at once. The kernel locks each instance
/// by itself, so that channels of their own let several devices work at the same time.
/// </summary>
internal sealed class DevlinkChannel : IDisposable
{
    /// <summary>DEVLINK_GENL_NAME (include/uapi/linux/devlink.h).</summary>
    public const string FamilyName = "devlink";

    private const byte Version = 1;
    private readonly NetlinkSession _session;
    private readonly GenericFamily _family;

    private DevlinkChannel(NetlinkSession session, GenericFamily family) => (_session, _family) = (session, family);

    /// <summary>Opens a channel; null when this kernel has no devlink.</summary>
    /// <exception cref="KernelException">The kernel refused for another reason.</exception>
    public static DevlinkChannel? TryOpen()
    {
        try
        {
            return TryOpen(NetlinkSocket.Open(NetlinkProtocol.Generic));
        }
        catch (KernelException exception) when (exception.Errno == Errno.EPROTONOSUPPORT)
        {
            return null;
        }
    }

    /// <inheritdoc cref="TryOpen()"/>
    /// <param name="socket">Owned from here on.</param>
    public static DevlinkChannel? TryOpen(INetlinkSocket socket)
    {
        var session = new NetlinkSession(socket);
        var family = default(GenericFamily);
        try
        {
            family = GenericFamily.Find(session, FamilyName);
            return family is null ? null : new DevlinkChannel(session, family);
        }
        finally
        {
            if (family is null)
            {
                session.Dispose();
            }
        }
    }

    /// <summary>Opens a channel.</summary>
    /// <exception cref="KernelException">EPROTONOSUPPORT: this kernel has no devlink.</exception>
    public static DevlinkChannel Open() => TryOpen()
        ?? throw new NetlinkAttempt("open", FamilyName).Refused(Errno.EPROTONOSUPPORT, "this kernel has no devlink");

    public void Execute(NetlinkAttempt attempt, DevlinkCommand command, DevlinkHandle device, Action<NetlinkWriter> content) =>
        _session.Execute(attempt, Request(attempt, command, device, content));

    public T ExecuteForOne<T>(
        NetlinkAttempt attempt,
        DevlinkCommand command,
        DevlinkHandle device,
        Action<NetlinkWriter> content,
        NetlinkDecoder<T> decode) =>
        _session.ExecuteForOne(attempt, Request(attempt, command, device, content), decode);

    /// <summary>Every entry of that kind of every instance in the network namespace of this process.</summary>
    public ImmutableArray<T> Dump<T>(NetlinkAttempt attempt, DevlinkCommand command, NetlinkDecoder<T> decode) =>
        _session.Dump(attempt, Writer(command, NetlinkFlag.Dump), decode);

    /// <summary>The entries of one instance and, before Linux 6.6, those of all others too.</summary>
    public ImmutableArray<T> Dump<T>(NetlinkAttempt attempt, DevlinkCommand command, DevlinkHandle device, NetlinkDecoder<T> decode) =>
        _session.Dump(attempt, Named(Writer(command, NetlinkFlag.Dump), device), decode);

    public void Dispose() => _session.Dispose();

    private NetlinkWriter Request(
        NetlinkAttempt attempt, DevlinkCommand command, DevlinkHandle device, Action<NetlinkWriter> content)
    {
        var request = Named(Writer(command, NetlinkFlag.Ack), device);
        try
        {
            content(request);
        }
        catch (NetlinkProtocolException exception)
        {
            throw attempt.Refused(Errno.EINVAL, exception.Message);
        }

        return request;
    }

    private static NetlinkWriter Named(NetlinkWriter request, DevlinkHandle device) => request
        .PutText(DevlinkAttribute.BusName, device.Bus)
        .PutText(DevlinkAttribute.DevName, device.Name);

    private NetlinkWriter Writer(DevlinkCommand command, ushort flags) =>
        new NetlinkWriter(_family.Id, (ushort)(NetlinkFlag.Request | flags)).Header(new GenericHeader((byte)command, Version));
}
