using MdevDesired.Model.Devlink;

namespace MdevDesired.Planning.Devlink;

/// <summary>Changes the mode of a parent's embedded switch. To legacy it deletes every subfunction of the parent.</summary>
internal sealed record SetEswitch : PlanAction
{
    public required DevlinkEswitchMode Mode { get; init; }

    public override string Kind => "set-eswitch";

    public override bool Disrupts => true;
}
