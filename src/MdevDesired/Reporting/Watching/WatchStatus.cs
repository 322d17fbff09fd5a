using MdevDesired.Diagnostics;
using MdevDesired.Model;

namespace MdevDesired.Reporting.Watching;

/// <summary>What the service tells others of its host and of itself.</summary>
internal sealed record WatchStatus
{
    public required string Host { get; init; }

    public required WatchCondition Condition { get; init; }

    /// <summary>Whether the service only looks.</summary>
    public bool ObserveOnly { get; init; }

    public required DateTimeOffset Started { get; init; }

    /// <summary>How the devices stood when they were last looked at, or null before that.</summary>
    public HostStatus? Devices { get; init; }

    public EquatableArray<TypeCapacity> Capacity { get; init; }

    /// <summary>The parents that are left alone for a while, ordered by address.</summary>
    public EquatableArray<ParentSetback> Setbacks { get; init; }

    /// <summary>The names of the documents that are in force.</summary>
    public EquatableArray<string> Documents { get; init; }

    /// <summary>What is wrong with the documents, or keeps the service from its work.</summary>
    public EquatableArray<Diagnostic> Problems { get; init; }

    /// <summary>The last look at the host, or null before it.</summary>
    public WatchRun? LastRun { get; init; }

    /// <summary>When the host was last seen to be as its documents say, or null.</summary>
    public DateTimeOffset? LastInSync { get; init; }

    public WatchTally Tally { get; init; } = WatchTally.None;

    /// <summary>Whether the host is as valid documents say, and that was seen.</summary>
    public bool IsInSync => Condition == WatchCondition.InSync;

    /// <summary>What there is to say of the host and of its parents as a whole.</summary>
    public IEnumerable<Diagnostic> Findings => Devices is null ? [] : Devices.Findings.Concat(Devices.Parents.SelectMany(parent => parent.Findings));

    /// <summary>The devices and settings of parents that are not as listed.</summary>
    public IEnumerable<(ParentAddress Parent, DeviceStanding Device)> Drift => Devices is null ? [] : Devices.Parents.SelectMany(
        parent => (parent.Settings is { } settings ? [settings, .. parent.Devices] : parent.Devices.AsEnumerable())
            .Where(device => device.Standing is not (Standing.InSync or Standing.Unmanaged))
            .Select(device => (parent.Address, device)));
}
