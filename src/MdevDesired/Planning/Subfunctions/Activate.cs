namespace MdevDesired.Planning.Subfunctions;

/// <summary>
/// Activates a subfunction and, where it is a local one, waits for its auxiliary device and until that is attached.
/// </summary>
internal sealed record Activate : PlanAction
{
    public override string Kind => "activate";
}
