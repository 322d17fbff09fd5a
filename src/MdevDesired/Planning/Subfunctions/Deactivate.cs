namespace MdevDesired.Planning.Subfunctions;

/// <summary>Deactivates a subfunction, and waits until its auxiliary device is detached.</summary>
internal sealed record Deactivate : PlanAction
{
    public override string Kind => "deactivate";

    public override bool Disrupts => true;
}
