using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Mdevs;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning;

namespace MdevDesired.Simulation;

/// <summary>A host in memory that answers as the kernel does, errors included. Safe to call from several threads.</summary>
internal sealed class SimulatedHost(HostSnapshot snapshot) : IObserveHost, IOperateHost, ILedgerStore
{
    private readonly Lock _gate = new();
    private readonly SimulatedMdevBus _bus = new(snapshot.Observed, snapshot.Rules);
    private readonly SimulatedDevlink _devlink = new(snapshot.Observed, snapshot.Rules);
    private Ledger _ledger = snapshot.Ledger;

    /// <summary>The host as it is now, to be saved.</summary>
    public HostSnapshot Snapshot
    {
        get
        {
            lock (_gate)
            {
                return new(Show(mdev => mdev.Show(null), new(ObservationScope.Everything)) with { Holders = Holders() }, _ledger, snapshot.Rules);
            }
        }
    }

    public ObservedState Observe(ObservationScope scope)
    {
        lock (_gate)
        {
            return Show(mdev => mdev.Show(scope.Attributes.GetValueOrDefault(new MdevId(mdev.Uuid), [])), new(scope));
        }
    }

    /// <summary>Those of the snapshot that hold an instance which is still there, and those that the ports show.</summary>
    public HolderSearch FindHolders(ObservedState observed, IReadOnlyCollection<DeviceId> ids)
    {
        lock (_gate)
        {
            var wanted = ids.ToHashSet();
            return new(Holders().Where(holder => wanted.Contains(holder.Id)).ToEquatableArray(), snapshot.Observed.SawEveryProcess);
        }
    }

    public ObservedSubDevice? Observe(DeviceId id)
    {
        lock (_gate)
        {
            return id switch
            {
                MdevId mdev => _bus.Find(mdev.Uuid)?.Show([]),
                SubfunctionId subfunction => _devlink.Subfunctions.Find(subfunction) is { } found ? found.Show() with { Devlink = null } : null,
                _ => null,
            };
        }
    }

    public DevlinkParam? ObserveParam(DeviceId id, string name)
    {
        lock (_gate)
        {
            return _devlink.Get(id).Find(name);
        }
    }

    public EquatableArray<DevlinkParam> ObserveParams(DeviceId id)
    {
        lock (_gate)
        {
            return _devlink.Get(id).Now.Params;
        }
    }

    public EquatableArray<DevlinkPort> ObservePorts(DeviceId id)
    {
        lock (_gate)
        {
            return _devlink.PortsOf(id);
        }
    }

    public void Perform(PlanAction action)
    {
        lock (_gate)
        {
            if (action.Id is MdevId mdev && _bus.TryPerform(action))
            {
                _devlink.Follow(mdev, _bus.Find(mdev.Uuid));
            }
            else
            {
                _devlink.Perform(action);
            }
        }
    }

    /// <summary>Never: nobody waits in a simulated kernel.</summary>
    public bool Runs(ProcessIdentity process) => false;

    public LedgerReading Load()
    {
        lock (_gate)
        {
            return new(_ledger);
        }
    }

    public void Save(Ledger ledger)
    {
        lock (_gate)
        {
            _ledger = ledger;
        }
    }

    private EquatableArray<DeviceHolder> Holders()
    {
        var now = Show(mdev => mdev.Show([]), new(ObservationScope.Everything));
        return HolderSearch.Ordered(
        [
            .. snapshot.Observed.Holders.Where(IsThere),
            .. now.SubDevices.SelectMany(ShownHolders.Of),
            .. now.Parents.SelectMany(ShownHolders.Of),
        ]);
    }

    private bool IsThere(DeviceHolder holder) => holder.Id switch
    {
        MdevId mdev => _bus.Find(mdev.Uuid) is { IsNew: false },
        SubfunctionId subfunction => _devlink.Subfunctions.Find(subfunction) is { IsNew: false },
        _ => true,
    };

    private ObservedState Show(Func<SimulatedMdev, ObservedMdev> show, DevlinkSight sight) => snapshot.Observed with
    {
        Parents = _bus.Parents.Select(parent => parent with { Devlink = sight.Of(_devlink.Find(new ParentId(parent.Address))?.Now) }).ToEquatableArray(),
        Holders = [],
        SubDevices =
        [
            .. _bus.Mdevs.Select(mdev => show(mdev) with { Devlink = sight.Of(_devlink.Find(new MdevId(mdev.Uuid))?.Now) }),
            .. sight.IsOpen ? _devlink.Subfunctions.All.Select(subfunction => sight.Of(subfunction.Show())) : [],
        ],
        HasDevlink = !sight.IsOpen || snapshot.Observed.HasDevlink,
        AuxiliaryDrivers = sight.IsOpen ? snapshot.Observed.AuxiliaryDrivers : [],
    };
}
