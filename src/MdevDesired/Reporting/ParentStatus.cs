using MdevDesired.Diagnostics;
using MdevDesired.Model;

namespace MdevDesired.Reporting;

/// <summary>How the devices of one parent stand.</summary>
internal sealed record ParentStatus
{
    public required ParentAddress Address { get; init; }

    /// <summary>Whether the host has the parent now.</summary>
    public required bool IsPresent { get; init; }

    /// <summary>How its own settings stand, or null when no document lists any.</summary>
    public DeviceStanding? Settings { get; init; }

    /// <summary>The listed devices by name, then the others by identity.</summary>
    public EquatableArray<DeviceStanding> Devices { get; init; }

    /// <summary>What the plan has to say of the parent as a whole.</summary>
    public EquatableArray<Diagnostic> Findings { get; init; }
}
