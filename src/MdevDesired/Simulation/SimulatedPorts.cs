using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Simulated;
using MdevDesired.Planning.Devlink;

namespace MdevDesired.Simulation;

/// <summary>The ports of one devlink instance of the simulated host.</summary>
/// <param name="present">Ordered by index.</param>
/// <param name="netdevs">Those of the host.</param>
internal sealed class SimulatedPorts(EquatableArray<DevlinkPort> present, SimulatedNetdevs netdevs)
{
    /// <summary>As they are.</summary>
    public EquatableArray<DevlinkPort> Now { get; private set; } = present;

    /// <summary>Those of a new instance, without interfaces yet.</summary>
    public static EquatableArray<DevlinkPort> New(DevlinkHandle handle, InstanceRules rules) => rules.Ports
        .Select((type, index) => new DevlinkPort
        {
            Device = handle,
            Index = (uint)index,
            Type = type == DevlinkPortType.Ib ? type : DevlinkPortType.NotSet,
            Flavour = DevlinkPortFlavour.Virtual,
        })
        .ToEquatableArray();

    /// <summary>Makes the interfaces of those ports that have none yet.</summary>
    public void Open() => Change(netdevs.Open, port => IsDriven(port) && port.Type == DevlinkPortType.NotSet);

    /// <summary>Takes the interfaces away that the driver made for itself.</summary>
    public void Close() => Change(netdevs.Close, port => IsDriven(port) && port.Type == DevlinkPortType.Eth);

    /// <summary>All of them go.</summary>
    public void Remove() => Change(netdevs.Close, _ => true);

    /// <param name="retype">The action.</param>
    /// <param name="hasEth">Whether the driver makes interfaces at all.</param>
    /// <exception cref="KernelException">ENODEV: no such port; EOPNOTSUPP: it keeps its type, or cannot have this one.</exception>
    public void SetType(SetPortType retype, bool hasEth)
    {
        var port = Now.FirstOrDefault(each => each.Index == retype.Index) ?? throw Refusal(retype, Errno.ENODEV);
        if (retype.Type is not (DevlinkPortType.Eth or DevlinkPortType.Ib) || port.Flavour != DevlinkPortFlavour.Virtual)
        {
            throw Refusal(retype, Errno.EOPNOTSUPP);
        }

        Change(each => Retyped(netdevs.Close(each), retype.Type, hasEth), each => each == port);
    }

    /// <exception cref="KernelException">ENODEV: no port has this interface; EEXIST: the name is taken; EBUSY: it is up.</exception>
    public void Rename(RenameNetdev rename)
    {
        var port = Now.FirstOrDefault(each => each.Netdev == rename.Current) ?? throw SimulatedNetdevs.Refusal(rename, Errno.ENODEV);
        Change(each => netdevs.Rename(each, rename), each => each == port);
    }

    // The others are those of functions: what is on them is not made by this driver.
    private static bool IsDriven(DevlinkPort port) => port.Flavour is null or DevlinkPortFlavour.Physical or DevlinkPortFlavour.Virtual;

    private DevlinkPort Retyped(DevlinkPort port, DevlinkPortType type, bool hasEth) =>
        type == DevlinkPortType.Ib ? port with { Type = type }
        : hasEth ? netdevs.Open(port)
        : port;

    private void Change(Func<DevlinkPort, DevlinkPort> change, Func<DevlinkPort, bool> concerns) =>
        Now = Now.Select(port => concerns(port) ? change(port) : port).ToEquatableArray();

    private static KernelException Refusal(SetPortType retype, Errno errno) =>
        new("devlink port set", $"{retype.Id} port {retype.Index} type {DevlinkWord.Of(retype.Type)}", errno);
}
