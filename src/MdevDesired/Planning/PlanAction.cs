using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>One step of a plan: what is done to which sub device, and why. The derived types are named as commands.</summary>
internal abstract record PlanAction
{
    /// <summary>The parent in whose lane the action runs.</summary>
    public required ParentAddress Parent { get; init; }

    public required SubDeviceId Id { get; init; }

    /// <summary>Why the plan has this action, as a clause without a full stop.</summary>
    public required string Reason { get; init; }

    /// <summary>The action's word in every output, such as <c>create-mdev</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether something that exists is taken away from whoever may use it.</summary>
    public virtual bool Disrupts => false;
}

/// <summary>Makes a sub device; each kind derives its own.</summary>
internal abstract record CreateSubDevice : PlanAction
{
    /// <summary>What removes a device that could not be finished.</summary>
    public abstract RemoveSubDevice Undo { get; }
}

/// <summary>Removes a sub device; each kind derives its own.</summary>
internal abstract record RemoveSubDevice : PlanAction
{
    public override bool Disrupts => true;
}

/// <summary>Takes a device that exists, matches and was made by others into the ledger; the kernel is not asked for anything.</summary>
internal sealed record Adopt : PlanAction
{
    public override string Kind => "adopt";
}

/// <summary>Writes one attribute of a sub device.</summary>
internal sealed record WriteAttribute : PlanAction
{
    public required AttributeName Attribute { get; init; }

    public required string Value { get; init; }

    public override string Kind => "write-attribute";
}

/// <summary>Binds a driver; nothing is written where the kernel has already attached it.</summary>
internal sealed record Bind : PlanAction
{
    public required DriverName Driver { get; init; }

    public override string Kind => "bind";
}

/// <summary>Unbinds a driver; nothing is written where none is bound.</summary>
internal sealed record Unbind : PlanAction
{
    /// <summary>The driver, or null for whichever the kernel attached at creation.</summary>
    public DriverName? Driver { get; init; }

    public override string Kind => "unbind";

    public override bool Disrupts => true;
}
