using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>All that the plan does to one sub device, in order.</summary>
internal sealed record DeviceChange
{
    public required ChangeKind Kind { get; init; }

    /// <summary>The parent under which the change is shown: the one that the device will have, or had when it goes.</summary>
    public required ParentAddress Parent { get; init; }

    public required DeviceId Id { get; init; }

    /// <summary>Its name in its document, or null for a foreign device.</summary>
    public string? Name { get; init; }

    /// <summary>The document that lists it or that it was created for, or null for a foreign device.</summary>
    public string? Document { get; init; }

    /// <summary>What the document lists; null when the device goes.</summary>
    public DesiredSubDevice? Desired { get; init; }

    /// <summary>The instance that the plan has in mind, or null for a device that is absent: another one is not touched.</summary>
    public ulong? Instance { get; init; }

    /// <summary>Why, as a clause without a full stop.</summary>
    public required string Reason { get; init; }

    /// <summary>In the order in which they run; ordered by stage. The parent of an action may differ from <see cref="Parent"/> when a device moves.</summary>
    public required EquatableArray<PlannedAction> Actions { get; init; }

    /// <summary>What is done instead where the kernel refuses as kernels of some versions do.</summary>
    public EquatableArray<Fallback> Fallbacks { get; init; }

    /// <summary>Its actions and those of its fallbacks.</summary>
    public IEnumerable<PlanAction> AllActions => Actions.Select(planned => planned.Action).Concat(Fallbacks.SelectMany(fallback => fallback.Actions));

    /// <summary>Whether it, or what is done where the kernel refuses it, takes the device from whoever may use it.</summary>
    public bool MayDisrupt => AllActions.Any(action => action.Disrupts);

    public bool Disrupts => Actions.Any(planned => planned.Action.Disrupts);
}
