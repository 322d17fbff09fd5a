using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Model.Simulated;
using MdevDesired.Planning;
using MdevDesired.Planning.Mdevs;

namespace MdevDesired.Simulation;

/// <summary>The simulated mdev bus: its parents and devices, and the kernel's rules for them. For one thread at a time.</summary>
internal sealed class SimulatedMdevBus
{
    private const string Bus = "/sys/bus/mdev";

    private readonly EquatableArray<DriverName> _drivers;
    private readonly List<SimulatedParent> _parents;
    private readonly SortedDictionary<MdevUuid, SimulatedMdev> _mdevs;
    private readonly EquatableArray<DeviceHolder> _holders;
    private ulong _instances;

    public SimulatedMdevBus(ObservedState observed, SimulationRules rules)
    {
        var present = observed.SubDevices.OfType<ObservedMdev>().ToList();
        var types = present.Where(mdev => mdev.Type is not null).ToLookup(mdev => mdev.Parent, mdev => mdev.Type!.Value);
        _drivers = observed.MdevDrivers;
        _holders = observed.Holders;
        _parents = [.. observed.Parents.Select(parent => new SimulatedParent(parent, rules.Of(parent.Address), [.. types[parent.Address]]))];
        _mdevs = new(present.ToDictionary(mdev => mdev.Uuid, mdev => SimulatedMdev.From(mdev, Parent(mdev.Parent))));
        _instances = present.Select(mdev => mdev.Instance).DefaultIfEmpty().Max();
    }

    public IEnumerable<ObservedParent> Parents => _parents.Select(parent => parent.Show());

    public IEnumerable<SimulatedMdev> Mdevs => _mdevs.Values;

    public SimulatedMdev? Find(MdevUuid uuid) => _mdevs.GetValueOrDefault(uuid);

    /// <summary>Performs an action that is one of this bus'; another is left alone, and false returned.</summary>
    /// <exception cref="KernelException">The kernel refused.</exception>
    public bool TryPerform(PlanAction action)
    {
        switch (action)
        {
            case CreateMdev create:
                Create(create);
                return true;
            case RemoveMdev remove:
                Remove(remove);
                return true;
            case WriteAttribute write:
                Write(write);
                return true;
            case Bind bind:
                Bind(bind);
                return true;
            case Unbind unbind:
                Unbind(unbind);
                return true;
            default:
                return false;
        }
    }

    /// <exception cref="KernelException">As the kernel answers a write to <c>create</c>.</exception>
    private void Create(CreateMdev create)
    {
        var path = $"/sys/class/mdev_bus/{create.Parent.Name}/mdev_supported_types/{create.Type}/create";
        var parent = _parents.Find(each => each.Address == create.Parent) ?? throw Refusal(create.Id, path, Errno.ENOENT);
        if (_mdevs.ContainsKey(create.Uuid))
        {
            throw Refusal(create.Id, path, Errno.EEXIST);
        }

        if (parent.Lacks(create.Type) is { } errno)
        {
            throw Refusal(create.Id, path, errno);
        }

        parent.Count(create.Type, 1);
        var mdev = new SimulatedMdev(create.Uuid, parent, create.Type, ++_instances)
        {
            IsNew = true,
            Driver = parent.AttachedDriver(create.Type, _drivers),
        };
        foreach (var rule in parent.Rules.Attributes)
        {
            mdev.Set(SimulatedAttributes.New(rule));
        }

        _mdevs[create.Uuid] = mdev;
    }

    /// <exception cref="KernelException">ENOENT: there is no such device; EBUSY: it is held open, as before Linux 5.14.</exception>
    private void Remove(RemoveMdev remove)
    {
        var mdev = Get(remove.Id, "remove");
        if (!mdev.IsNew && _holders.Any(holder => holder.IsVfio && holder.Id == remove.Id))
        {
            throw new KernelException("write \"1\"", $"{Bus}/devices/{remove.Id}/remove", Errno.EBUSY);
        }

        mdev.Parent.Count(mdev.Type, -1);
        _mdevs.Remove(mdev.Uuid);
    }

    /// <exception cref="KernelException">As the kernel answers a write to the attribute.</exception>
    private void Write(WriteAttribute write) =>
        SimulatedAttributes.Write(Get(write.Id, write.Attribute.ToString()), write);

    /// <exception cref="KernelException">ENODEV: this parent binds nothing after creation; EBUSY: another driver is bound.</exception>
    private void Bind(Bind bind)
    {
        var path = $"{Bus}/drivers/{bind.Driver}/bind";
        if (!_drivers.Contains(bind.Driver))
        {
            throw Refusal(bind.Id, path, Errno.ENOENT);
        }

        var mdev = Find(((MdevId)bind.Id).Uuid);
        if (mdev is null || !mdev.Parent.Rules.BindsAfterCreation)
        {
            throw Refusal(bind.Id, path, Errno.ENODEV);
        }

        mdev.Driver = mdev.Driver is null ? bind.Driver : throw Refusal(bind.Id, path, Errno.EBUSY);
    }

    /// <exception cref="KernelException">ENODEV: the driver is not bound to the device.</exception>
    private void Unbind(Unbind unbind)
    {
        var mdev = Get(unbind.Id, "driver");
        mdev.Driver = mdev.Driver is not null && mdev.Driver == unbind.Driver
            ? null
            : throw Refusal(unbind.Id, $"{Bus}/drivers/{unbind.Driver}/unbind", Errno.ENODEV);
    }

    private static KernelException Refusal(DeviceId id, string path, Errno errno) => new($"write \"{id}\"", path, errno);

    private SimulatedParent Parent(ParentAddress address) => _parents.First(parent => parent.Address == address);

    private SimulatedMdev Get(DeviceId id, string file) =>
        Find(((MdevId)id).Uuid) ?? throw new KernelException("open", $"{Bus}/devices/{id}/{file}", Errno.ENOENT);
}
