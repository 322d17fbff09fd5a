using MdevDesired.Applying;
using MdevDesired.Cli.Hosts;
using MdevDesired.Cli.Terminals;
using MdevDesired.Cli.Verbs;
using MdevDesired.Model;
using MdevDesired.Planning;
using MdevDesired.Simulation;
using MdevDesired.Tests.Doubles;

namespace MdevDesired.Tests.Cli;

/// <summary>A host that tells of what happens on it, and the run of an apply there.</summary>
internal sealed class LateHost : IInterrupts
{
    private readonly CancellationTokenSource _interrupt = new();
    private readonly StringWriter _log = new();

    public LateHost()
    {
        Simulated = new(Scene.Host());
        Seen = new(Simulated);
    }

    public SimulatedHost Simulated { get; }

    public Hiding Seen { get; }

    public HandClock Clock { get; } = new();

    public Func<PlanAction, Errno?> Fault { get; set; } = _ => null;

    public PlanOptions Options { get; init; } = PlanOptions.Default;

    public bool Rollback { get; init; }

    public int Wait { get; init; } = 30;

    /// <summary>How often the host's lock was taken.</summary>
    public int Locks { get; private set; }

    public bool IsLocked { get; private set; }

    /// <summary>Thrown in place of the lock from the second round on.</summary>
    public Exception? SecondLock { get; set; }

    public string Log => _log.ToString();

    public int Devices => Simulated.Snapshot.Observed.SubDevices.Count;

    CancellationToken IInterrupts.Token => _interrupt.Token;

    public void Interrupt() => _interrupt.Cancel();

    public ApplyReport? Apply(DesiredState desired, params Action[] happenings)
    {
        using var rounds = Rounds(desired, happenings);
        return rounds.Run();
    }

    public Rounds Rounds(DesiredState desired, params Action[] happenings)
    {
        var surroundings = new Surroundings { OpenInput = () => Stream.Null, Output = TextWriter.Null, Error = _log, Clock = Clock, HeedInterrupts = () => this };
        var ports = new HostPorts
        {
            Name = "node-7",
            Observe = Seen,
            Operate = _ => new FaultyOperations(Simulated, action => Fault(action)),
            Store = Simulated,
            Lock = (_, stop) => Locked(stop),
            Events = () => new ScriptedEvents(Clock, happenings),
        };
        var undertaking = new Undertaking(surroundings) { Host = ports, Desired = desired, Documents = [], Options = Options };
        return new(surroundings, undertaking, new()
        {
            Apply = new() { Parallelism = 1, Rollback = Rollback, Plan = Options },
            Wait = TimeSpan.FromSeconds(Wait),
        });
    }

    // The run disposes of its interrupts, the test of its host.
    void IDisposable.Dispose() => _interrupt.Dispose();

    /// <summary>Somebody else applies on the same host.</summary>
    public void ApplyElsewhere(DesiredState desired) =>
        new Applier(Simulated, Simulated, Simulated, new SilentProgress(), new() { Parallelism = 1 })
            .Apply(desired, HostAssessment.Of(Simulated, desired, Simulated.Load().Ledger, PlanOptions.Default), CancellationToken.None);

    private Unlocking Locked(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (Locks++ > 0 && SecondLock is not null)
        {
            throw SecondLock;
        }

        IsLocked = true;
        return new(() => IsLocked = false);
    }

    private sealed class Unlocking(Action unlock) : IDisposable
    {
        public void Dispose() => unlock();
    }
}
