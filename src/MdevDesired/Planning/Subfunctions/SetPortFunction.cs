using MdevDesired.Model.Devlink;

namespace MdevDesired.Planning.Subfunctions;

/// <summary>Sets attributes of an inactive subfunction, in one message; never its state.</summary>
internal sealed record SetPortFunction : PlanAction
{
    public required DevlinkPortFunctionChange Function { get; init; }

    public override string Kind => "set-port-function";
}
