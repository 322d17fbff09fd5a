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

    /// <summary>What is done instead when the kernel refuses this action as kernels of some versions do; empty when nothing can be.</summary>
    public EquatableArray<PlanAction> Fallback { get; init; }
}

/// <summary>Takes a device that exists, matches and was made by others into the ledger; the kernel is not asked for anything.</summary>
internal sealed record Adopt : PlanAction
{
    public override string Kind => "adopt";
}

/// <summary>Writes one attribute of a sub device. Falls back where the driver refuses it while bound (EBUSY).</summary>
internal sealed record WriteAttribute : PlanAction
{
    public required AttributeName Attribute { get; init; }

    public required string Value { get; init; }

    public override string Kind => "write-attribute";
}

/// <summary>Binds a driver. Falls back where the bus binds nothing after creation (ENODEV, from about Linux 5.14).</summary>
internal sealed record Bind : PlanAction
{
    public required DriverName Driver { get; init; }

    public override string Kind => "bind";
}

/// <summary>Unbinds the driver that the device has.</summary>
internal sealed record Unbind : PlanAction
{
    public required DriverName Driver { get; init; }

    public override string Kind => "unbind";

    public override bool Disrupts => true;
}
