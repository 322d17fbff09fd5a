using MdevDesired.Applying;
using MdevDesired.Linux.Auxiliary;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Mdevs;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Linux.Devlink;

/// <summary>Adds what devlink shows to what sysfs shows; made for one observation.</summary>
internal sealed class DevlinkObservation(DevlinkObserver devlink, DevlinkPicture picture, ObservationScope scope)
{
    /// <summary>The bus' name in the handles of mediated devices, as the proposal has it.</summary>
    public const string MdevBus = "mdev";

    private readonly HashSet<DevlinkHandle> _ofSubDevices = [];

    public ObservedState AddTo(ObservedState host)
    {
        var devices = host.SubDevices.Select(WithInstance).Concat(picture.Subfunctions.Select(Subfunction)).OrderBy(device => device.Id).ToEquatableArray();
        var parents = host.Parents.Select(WithInstance).ToList();
        parents.AddRange(picture.Instances.Values
            .Where(instance => !_ofSubDevices.Contains(instance.Handle) && IsWanted(instance.Handle) && !parents.Exists(parent => parent.Address == instance.Handle.Address))
            .Select(instance => new ObservedParent { Address = instance.Handle.Address, OffersMdevs = false, Devlink = WithEswitch(instance) })
            .ToList());
        return host with
        {
            SubDevices = devices,
            Parents = parents.OrderBy(parent => parent.Address).ToEquatableArray(),
            AuxiliaryDrivers = picture.Drivers.ToEquatableArray(),
        };
    }

    private bool IsWanted(DevlinkHandle handle) => scope.Covers(handle.Address) || picture.Subfunctions.Any(port => port.Device == handle);

    private ObservedSubDevice WithInstance(ObservedSubDevice device) => device is ObservedMdev mdev
        ? mdev with { Devlink = OwnInstance(new(MdevBus, mdev.Uuid.ToString())) }
        : device;

    private ObservedParent WithInstance(ObservedParent parent) =>
        DevlinkHandle.TryCreate(parent.Address.Bus ?? "", parent.Address.Name, out var handle) && picture.Instances.TryGetValue(handle, out var instance)
            ? parent with { Devlink = WithEswitch(instance) }
            : parent;

    private ObservedSubfunction Subfunction(DevlinkPort port)
    {
        var id = SubfunctionPorts.IdOf(port)!;
        return Of(id, port, id.IsLocal ? picture.Devices.FirstOrDefault(device => device.Parent == id.Parent.Name && device.SfNumber == id.SfNumber) : null) is var found
            && HandleOf(found) is { } handle
            ? found with { Devlink = OwnInstance(handle) }
            : found;
    }

    /// <summary>A subfunction without what its instance has.</summary>
    public static ObservedSubfunction Of(SubfunctionId id, DevlinkPort port, AuxiliaryDevice? device) => new()
    {
        Subfunction = id,
        Parent = id.Parent.Address,
        Instance = port.Index,
        Port = port,
        AuxiliaryDevice = device?.Name,
        Driver = device?.Driver,
    };

    /// <summary>The handle of a subfunction's own instance; newer kernels show it on the port.</summary>
    public static DevlinkHandle? HandleOf(ObservedSubfunction subfunction) =>
        subfunction.Port.Function?.Device ?? (subfunction.AuxiliaryDevice is { } name ? new DevlinkHandle(AuxiliaryBus.Name, name) : null);

    private ObservedDevlink? OwnInstance(DevlinkHandle handle)
    {
        _ofSubDevices.Add(handle);
        return picture.Instances.GetValueOrDefault(handle);
    }

    // Only the parents that want one are asked: there is no dump of these.
    private ObservedDevlink WithEswitch(ObservedDevlink instance)
    {
        if (!scope.WholeHost && !scope.Devlink.Eswitches.Any(parent => parent.Matches(instance.Handle.Address)))
        {
            return instance;
        }

        try
        {
            var mode = devlink.Eswitch(instance.Handle).Mode;
            return instance with { Eswitch = mode, EswitchProblem = mode is null ? nameof(Errno.EOPNOTSUPP) : null };
        }
        catch (KernelException refusal)
        {
            return instance with { EswitchProblem = refusal.Errno.ToString() };
        }
    }
}
