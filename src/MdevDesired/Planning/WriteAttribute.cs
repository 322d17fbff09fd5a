using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>Writes one attribute of a sub device.</summary>
internal sealed record WriteAttribute : PlanAction
{
    public required AttributeName Attribute { get; init; }

    public required string Value { get; init; }

    public override string Kind => "write-attribute";
}
