using MdevDesired.Model.Devlink;
using MdevDesired.Model.Mdevs;

namespace MdevDesired.Model;

/// <summary>A device of the host that has, or could have, sub devices.</summary>
internal sealed record ObservedParent
{
    /// <summary>Bus and name as the kernel has them.</summary>
    public required ParentAddress Address { get; init; }

    /// <summary>Whether it is registered as a parent of mdevs; false for a named device that exists without being one.</summary>
    public bool OffersMdevs { get; init; } = true;

    /// <summary>The types it offers, ordered by name; empty for a parent that the observation's scope does not cover.</summary>
    public EquatableArray<ObservedMdevType> MdevTypes { get; init; }

    /// <summary>Its devlink instance, or null when it has none or the observation's scope leaves devlink out.</summary>
    public ObservedDevlink? Devlink { get; init; }
}
