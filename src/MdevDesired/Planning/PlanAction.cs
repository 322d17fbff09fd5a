using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>One step of a plan: what is done to which sub device, and why. The derived types are named as commands.</summary>
internal abstract record PlanAction
{
    /// <summary>The parent in whose lane the action runs.</summary>
    public required ParentAddress Parent { get; init; }

    public required DeviceId Id { get; init; }

    /// <summary>Why the plan has this action, as a clause without a full stop.</summary>
    public required string Reason { get; init; }

    /// <summary>The action's word in every output, such as <c>create-mdev</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether something that exists is taken away from whoever may use it.</summary>
    public virtual bool Disrupts => false;
}
