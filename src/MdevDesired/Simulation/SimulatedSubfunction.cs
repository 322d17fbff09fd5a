using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Simulated;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Simulation;

/// <summary>A subfunction of the simulated host.</summary>
/// <param name="id">Its identity.</param>
/// <param name="port">Its port on the parent.</param>
/// <param name="rules">How those of its parent behave.</param>
internal sealed class SimulatedSubfunction(SubfunctionId id, DevlinkPort port, SubfunctionRules rules)
{
    // include/linux/etherdevice.h, is_multicast_ether_addr.
    private const byte GroupBit = 1;

    public SubfunctionId Id { get; } = id;

    public SubfunctionRules Rules { get; } = rules;

    /// <summary>With its representor.</summary>
    public DevlinkPort Port { get; set; } = port;

    /// <summary>Whether it was made since the snapshot.</summary>
    public bool IsNew { get; init; }

    public string? AuxiliaryDevice { get; set; }

    public DriverName? Driver { get; private set; }

    public SimulatedInstance? Instance { get; private set; }

    /// <summary>One that the snapshot has.</summary>
    public static SimulatedSubfunction From(ObservedSubfunction observed, SubfunctionRules rules, SimulatedNetdevs netdevs) =>
        new(observed.Subfunction, observed.Port, rules)
        {
            AuxiliaryDevice = observed.AuxiliaryDevice,
            Driver = observed.Driver,
            Instance = observed.Devlink is { } instance ? new(instance, netdevs) : null,
        };

    /// <summary>Changes its function.</summary>
    public void Set(Func<DevlinkPortFunction, DevlinkPortFunction> change) => Port = Port with { Function = change(Port.Function ?? new()) };

    /// <exception cref="KernelException">EINVAL: no address of one station; EBUSY: an active one keeps what its driver took up.</exception>
    public void SetFunction(DevlinkPortFunctionChange change)
    {
        if (Refuses(change) is { } errno)
        {
            throw new KernelException("devlink port function set", $"{Port.Device}/{Port.Index} {change}", errno);
        }

        Set(function => function with
        {
            HwAddr = change.HwAddr ?? function.HwAddr,
            Roce = change.Roce ?? function.Roce,
            Migratable = change.Migratable ?? function.Migratable,
            MaxIoEqs = change.MaxIoEqs ?? function.MaxIoEqs,
        });
    }

    /// <summary>A driver takes its auxiliary device up, and makes an instance when it is the one that does.</summary>
    public void Drive(DriverName driver, SimulatedNetdevs netdevs)
    {
        Driver = driver;
        Instance = driver == Rules.Instance.Driver ? SimulatedInstance.New(new("auxiliary", AuxiliaryDevice!), Rules.Instance, netdevs) : null;
        Set(function => function with { Opstate = DevlinkFunctionOpstate.Attached });
    }

    /// <summary>The driver lets go, and its instance goes.</summary>
    public void Release()
    {
        Instance?.Remove();
        Instance = null;
        Driver = null;
        Set(function => function with { Opstate = DevlinkFunctionOpstate.Detached });
    }

    private Errno? Refuses(DevlinkPortFunctionChange change) =>
        change.HwAddr is { } address && (address.ToBytes()[0] & GroupBit) != 0 ? Errno.EINVAL
        : Port.Function?.State == DevlinkFunctionState.Active && change with { HwAddr = null, State = null } != new DevlinkPortFunctionChange() ? Errno.EBUSY
        : null;

    /// <summary>As an observation shows it, with everything.</summary>
    public ObservedSubfunction Show() => new()
    {
        Subfunction = Id,
        Parent = Id.Parent.Address,
        Instance = Port.Index,
        Port = Port,
        AuxiliaryDevice = AuxiliaryDevice,
        Driver = Driver,
        Devlink = Instance?.Now,
    };
}
