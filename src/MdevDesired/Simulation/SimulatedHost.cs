using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Planning;
using MdevDesired.Planning.Mdevs;

namespace MdevDesired.Simulation;

/// <summary>A host in memory that answers as the kernel does, errors included. Safe to call from several threads.</summary>
internal sealed class SimulatedHost(HostSnapshot snapshot) : IObserveHost, IOperateHost, ILedgerStore
{
    private readonly Lock _gate = new();
    private readonly SimulatedMdevBus _bus = new(snapshot.Observed, snapshot.Rules);
    private Ledger _ledger = snapshot.Ledger;

    /// <summary>The host as it is now, to be saved.</summary>
    public HostSnapshot Snapshot
    {
        get
        {
            lock (_gate)
            {
                return new(Show(mdev => mdev.Show(null)) with { Holders = _bus.Holders.ToEquatableArray() }, _ledger, snapshot.Rules);
            }
        }
    }

    public ObservedState Observe(ObservationScope scope)
    {
        lock (_gate)
        {
            return Show(mdev => mdev.Show(scope.Attributes.GetValueOrDefault(new MdevId(mdev.Uuid), [])));
        }
    }

    /// <summary>Those of the snapshot that hold an instance which is still there.</summary>
    public EquatableArray<DeviceHolder> FindHolders(IReadOnlyCollection<DeviceId> ids)
    {
        lock (_gate)
        {
            return _bus.Holders.Where(holder => ids.Contains(holder.Id)).ToEquatableArray();
        }
    }

    public ObservedSubDevice? Observe(DeviceId id)
    {
        lock (_gate)
        {
            return id is MdevId mdev ? _bus.Find(mdev.Uuid)?.Show([]) : null;
        }
    }

    public void Perform(PlanAction action)
    {
        lock (_gate)
        {
            switch (action)
            {
                case CreateMdev create:
                    _bus.Create(create);
                    break;
                case RemoveMdev remove:
                    _bus.Remove(remove);
                    break;
                case WriteAttribute write:
                    _bus.Write(write);
                    break;
                case Bind bind:
                    _bus.Bind(bind);
                    break;
                case Unbind unbind:
                    _bus.Unbind(unbind);
                    break;
                default:
                    break;
            }
        }
    }

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

    private ObservedState Show(Func<SimulatedMdev, ObservedMdev> show) => snapshot.Observed with
    {
        Parents = _bus.Parents.ToEquatableArray(),
        Holders = [],
        SubDevices = _bus.Mdevs.Select(show).ToEquatableArray<ObservedSubDevice>(),
    };
}
