namespace MdevDesired.Planning;

/// <summary>Takes a device that exists, matches and was made by others into the ledger; the kernel is not asked for anything.</summary>
internal sealed record Adopt : PlanAction
{
    public override string Kind => "adopt";
}
