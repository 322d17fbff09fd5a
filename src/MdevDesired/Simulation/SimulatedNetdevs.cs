using MdevDesired.Applying;
using MdevDesired.Model.Devlink;
using MdevDesired.Planning.Devlink;

namespace MdevDesired.Simulation;

/// <summary>The network interfaces of the simulated host. Each belongs to a port, and its name is unique in the whole host.</summary>
/// <param name="present">The ports that the snapshot has.</param>
internal sealed class SimulatedNetdevs(IEnumerable<DevlinkPort> present)
{
    private readonly NumberedNames _names = new("eth", present.Select(port => port.Netdev).OfType<string>());

    /// <summary>The port with a new interface, which is down.</summary>
    public DevlinkPort Open(DevlinkPort port) => port with { Type = DevlinkPortType.Eth, DesiredType = null, Netdev = _names.Take(), NetdevIsUp = false };

    /// <summary>The port without its interface, its type not set.</summary>
    public DevlinkPort Close(DevlinkPort port)
    {
        _names.Free(port.Netdev);
        return port with { Type = DevlinkPortType.NotSet, DesiredType = null, Netdev = null, Ifindex = null, NetdevIsUp = null, Ibdev = null };
    }

    /// <exception cref="KernelException">EEXIST: the name is taken; EBUSY: the interface is up.</exception>
    public DevlinkPort Rename(DevlinkPort port, RenameNetdev rename)
    {
        if (port.Netdev == rename.Netdev)
        {
            return port;
        }

        if (_names.Has(rename.Netdev))
        {
            throw Refusal(rename, Errno.EEXIST);
        }

        if (port.NetdevIsUp == true)
        {
            throw Refusal(rename, Errno.EBUSY);
        }

        _names.Free(port.Netdev);
        _names.Take(rename.Netdev);
        return port with { Netdev = rename.Netdev };
    }

    /// <summary>What the kernel answers about an interface that is to be renamed.</summary>
    public static KernelException Refusal(RenameNetdev rename, Errno errno) => new("ip link set", $"{rename.Current} name {rename.Netdev}", errno);
}
