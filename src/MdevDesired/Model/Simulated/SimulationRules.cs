namespace MdevDesired.Model.Simulated;

/// <summary>What a snapshot states about a simulated host beyond what an observation shows.</summary>
/// <param name="Parents">Rules of single parents; a parent without any behaves as the kernel's sample drivers do.</param>
internal sealed record SimulationRules(EquatableArray<ParentRules> Parents)
{
    public static SimulationRules None { get; } = new([]);

    /// <summary>The rules of a parent, or those of one without any.</summary>
    public ParentRules Of(ParentAddress parent) => Parents.FirstOrDefault(rules => rules.Device.Matches(parent)) ?? new() { Device = parent };
}
