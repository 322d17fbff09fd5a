namespace MdevDesired.Model.Devlink;

/// <summary>A devlink instance that the host shows in this network namespace.</summary>
internal sealed record ObservedDevlink
{
    public required DevlinkHandle Handle { get; init; }

    /// <summary>Whether the last reload failed: what the driver had made is gone until one succeeds.</summary>
    public bool ReloadFailed { get; init; }

    /// <summary>The mode of the embedded switch; null where it was not asked for, is not there, or could not be read.</summary>
    public DevlinkEswitchMode? Eswitch { get; init; }

    /// <summary>Why the mode was asked for and is null, as <c>EOPNOTSUPP</c>.</summary>
    public string? EswitchProblem { get; init; }

    /// <summary>Ordered by name.</summary>
    public EquatableArray<DevlinkParam> Params { get; init; }

    /// <summary>Ordered by index. A subfunction's port on its parent is not among them: the sub device has it.</summary>
    public EquatableArray<DevlinkPort> Ports { get; init; }
}
