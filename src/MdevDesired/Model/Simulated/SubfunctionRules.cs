namespace MdevDesired.Model.Simulated;

/// <summary>The subfunctions that one simulated parent can have.</summary>
internal sealed record SubfunctionRules
{
    /// <summary>Those of a parent that says nothing: as many as are asked for, driven as mlx5 does.</summary>
    public static SubfunctionRules Default { get; } = new();

    /// <summary>How many there can be at once, or null for no limit.</summary>
    public int? Maximum { get; init; }

    /// <summary>The controllers on which there can be some, beside the local one.</summary>
    public EquatableArray<uint> Controllers { get; init; }

    /// <summary>What the driver makes of an active one; the driver takes it up by itself.</summary>
    public InstanceRules Instance { get; init; } = Mlx5Instance.Rules;
}
