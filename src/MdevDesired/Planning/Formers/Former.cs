using MdevDesired.Diagnostics;
using MdevDesired.Model;

namespace MdevDesired.Planning.Formers;

/// <summary>A sub device as it was before a run.</summary>
/// <param name="Device">What the host had.</param>
/// <param name="Entry">What the ledger had of it, or null for a device of others.</param>
/// <param name="Touched">What the run has touched.</param>
/// <param name="Now">What the host has, or null when it has none.</param>
internal sealed record Former(ObservedSubDevice Device, LedgerEntry? Entry, Touch Touched, ObservedSubDevice? Now)
{
    /// <summary>Where no document says so.</summary>
    public static SourceSpan Span { get; } = new("", new(1, 1));

    public string Document => Entry?.Document ?? "";

    public string Name => Entry?.Name ?? Device.Id.Label;

    /// <summary>The driver to list: the one that it had, or none; the one that it has where that was not touched.</summary>
    public DesiredDriver Driver =>
        (Touched.IsAnew ? Device.Driver : Now?.Driver) is { } driver ? DesiredDriver.Named(driver) : DesiredDriver.None;
}
