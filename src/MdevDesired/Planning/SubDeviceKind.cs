using MdevDesired.Model;
using MdevDesired.Planning.Formers;

namespace MdevDesired.Planning;

/// <summary>What the planner must know of one kind of sub device; everything else of planning is the same for all kinds.</summary>
internal abstract class SubDeviceKind
{
    /// <summary>What must be observed to compare the device.</summary>
    public abstract IReadOnlyCollection<AttributeName> Attributes(DesiredSubDevice desired, LedgerEntry? entry);

    /// <summary>What keeps the device from being made or changed on this parent, or null.</summary>
    public abstract PlanFinding? Obstacle(DesiredSubDevice desired, ObservedParent parent, ObservedState host);

    /// <summary>The actions that make an absent device, in order.</summary>
    public abstract IEnumerable<PlanAction> Create(DesiredSubDevice desired, ParentAddress parent, string reason);

    /// <summary>What is done where the kernel refuses a part of <see cref="Create"/>.</summary>
    public abstract EquatableArray<Fallback> CreationFallbacks(DesiredSubDevice desired, ParentAddress parent);

    /// <summary>The actions that take an existing device away, in order.</summary>
    public abstract IEnumerable<PlanAction> Remove(ObservedSubDevice observed, string reason);

    /// <summary>How an existing device on the right parent differs from the listed one.</summary>
    /// <param name="desired">What the document lists.</param>
    /// <param name="observed">What the host has.</param>
    /// <param name="entry">The ledger's entry when the device is owned, else null.</param>
    /// <param name="memory">What the ledger remembers of its devlink instance, or null.</param>
    public abstract Comparison Compare(DesiredSubDevice desired, ObservedSubDevice observed, LedgerEntry? entry, LedgerDevlink? memory);

    /// <summary>What a document would list to have the device as it was before a run.</summary>
    public abstract DesiredSubDevice Desire(Former former);

    /// <summary>Makes a device again that was there before a run, or null when it is not known of which type it was.</summary>
    public abstract CreateSubDevice? Recreate(ObservedSubDevice former, string reason);

    /// <summary>What the parent's room says about the changes planned for it.</summary>
    public abstract IEnumerable<PlanFinding> CheckRoom(ObservedParent parent, IReadOnlyCollection<DeviceChange> changes);
}
