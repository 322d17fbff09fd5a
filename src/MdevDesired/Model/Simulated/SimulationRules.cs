namespace MdevDesired.Model.Simulated;

/// <summary>What a snapshot states about a simulated host beyond what an observation shows.</summary>
/// <param name="Parents">Rules of single parents; a parent without any behaves as the kernel's sample drivers do.</param>
internal sealed record SimulationRules(EquatableArray<ParentRules> Parents)
{
    public static SimulationRules None { get; } = new([]);
}
