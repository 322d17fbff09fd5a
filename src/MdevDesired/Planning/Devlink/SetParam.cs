using MdevDesired.Model.Devlink;

namespace MdevDesired.Planning.Devlink;

/// <summary>Sets a param of a devlink instance; nothing is asked of the kernel where it has the value already.</summary>
internal sealed record SetParam : PlanAction
{
    public required string Name { get; init; }

    /// <summary>As the document has it.</summary>
    public required DesiredParamValue Value { get; init; }

    /// <summary>When it takes effect; null while the instance that would say what it offers is still to be made.</summary>
    public DevlinkParamCmode? Cmode { get; init; }

    /// <summary>The value as the driver types it; null until the instance has been asked.</summary>
    public DevlinkParamValue? Typed { get; init; }

    /// <summary>Whether it puts back what a run set and no reload has taken up.</summary>
    public bool IsUndo { get; init; }

    public override string Kind => "set-param";
}
