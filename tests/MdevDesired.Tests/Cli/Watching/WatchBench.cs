using MdevDesired.Applying;
using MdevDesired.Cli.Hosts;
using MdevDesired.Cli.Watching;
using MdevDesired.Cli.Watching.Scheduling;
using MdevDesired.Model;
using MdevDesired.Planning;
using MdevDesired.Planning.Mdevs;
using MdevDesired.Reporting.Watching;
using MdevDesired.Simulation;
using MdevDesired.Tests.Doubles;
using Microsoft.Extensions.Time.Testing;

namespace MdevDesired.Tests.Cli.Watching;

/// <summary>The service on a simulated host, with a clock that goes on when it is told to, and a folder of documents.</summary>
internal sealed class WatchBench : IDisposable
{
    private readonly Schedule _schedule;
    private readonly Signals _signals;
    private readonly Watcher _watcher;

    public WatchBench(HostSnapshot snapshot, PlanOptions? plan = null, bool observeOnly = false)
    {
        Host = new(snapshot);
        Options = new()
        {
            Root = Folder,
            Files = [Folder],
            Plan = plan ?? PlanOptions.Default,
            ObserveOnly = observeOnly,
            Times = new()
            {
                Interval = TimeSpan.FromMinutes(5),
            },
        };
        _schedule = new(Options.Times, () => 0.5);
        _signals = new(_schedule, Clock);
        _watcher = new(Options, Open, _signals, new(Clock), Audience, Clock);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("mdev-desired-").FullName;

    public FakeTimeProvider Clock { get; } = new();

    public SimulatedHost Host { get; }

    public WatchOptions Options { get; }

    public CollectingAudience Audience { get; } = new();

    /// <summary>What the kernel refuses.</summary>
    public Func<PlanAction, Errno?> Fault { get; set; } = _ => null;

    /// <summary>What happens when the lock is asked for.</summary>
    public Action Locking { get; set; } = () => { };

    public WatchStatus Status => _watcher.Status;

    public TimeSpan Now => _signals.Now;

    public int Devices => Host.Snapshot.Observed.SubDevices.Count;

    /// <summary>Writes documents and tells of each.</summary>
    public void Write(params (string Name, string Text)[] documents)
    {
        foreach (var (name, text) in documents)
        {
            File.WriteAllText(Path.Combine(Folder, name), text);
            Hear(WatchTrigger.Documents);
        }
    }

    /// <summary>Removes an mdev as somebody else would, and lets the kernel tell of it.</summary>
    public void RemoveByHand(ParentAddress parent, int number)
    {
        Host.Perform(new RemoveMdev
        {
            Parent = parent,
            Id = Scene.Id(number),
            Uuid = Scene.Uuid(number),
            Reason = "by hand",
        });
        Hear(WatchTrigger.Host);
    }

    public void Hear(WatchTrigger trigger) => _signals.Hear(trigger);

    /// <summary>Lets the time pass until something is due, does it, and says what called.</summary>
    public WatchTrigger Turn(CancellationToken stop = default)
    {
        var wait = _schedule.Due - Now;
        Clock.Advance(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        var call = _schedule.Take(Now) ?? throw new InvalidOperationException("nothing is due");
        _watcher.Turn(call, stop);
        return call.Trigger;
    }

    /// <summary>Tells the service to stop while nothing is due.</summary>
    public void Stop() => _watcher.Run(new CancellationToken(canceled: true));

    /// <summary>Lets the time pass and does what comes due; says what called.</summary>
    public IReadOnlyList<WatchTrigger> For(TimeSpan time)
    {
        var (end, called) = (Now + time, new List<WatchTrigger>());
        while (_schedule.Due <= end)
        {
            called.Add(Turn());
        }

        Clock.Advance(end > Now ? end - Now : TimeSpan.Zero);
        return called;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private HostPorts Open() => MdevDesired.Cli.Hosts.SimulatedPorts.Of(Host) with
    {
        Operate = _ => new FaultyOperations(Host, action => Fault(action)),
        Lock = (_, _) =>
        {
            Locking();
            return new NoLock();
        },
    };
}
