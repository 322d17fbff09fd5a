namespace MdevDesired.Planning;

/// <summary>Removes a sub device; each kind derives its own.</summary>
internal abstract record RemoveSubDevice : PlanAction
{
    public override bool Disrupts => true;
}
