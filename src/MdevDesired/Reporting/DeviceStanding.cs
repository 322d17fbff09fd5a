using MdevDesired.Diagnostics;
using MdevDesired.Model;

namespace MdevDesired.Reporting;

/// <summary>How one sub device stands, or the own settings of one parent.</summary>
internal sealed record DeviceStanding
{
    public required DeviceId Id { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>Its name in its document; null for a device that no document has named, and for a parent's settings.</summary>
    public string? Name { get; init; }

    /// <summary>The document that lists it or that it was created for, or null.</summary>
    public string? Document { get; init; }

    /// <summary>What the host has, or null when the device is absent.</summary>
    public ObservedSubDevice? Observed { get; init; }

    /// <summary>Who made what the host has; null when the device is absent.</summary>
    public Maker? MadeBy { get; init; }

    /// <summary>What differs or why it is as it is, as a clause without a full stop, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether a driverinit param was set that no reload has taken up yet.</summary>
    public bool ReloadPending { get; init; }

    /// <summary>The processes that are known to hold it open.</summary>
    public EquatableArray<DeviceHolder> Holders { get; init; }

    /// <summary>What the plan has to say of it.</summary>
    public EquatableArray<Diagnostic> Findings { get; init; }
}
