namespace MdevDesired.Model;

/// <summary>
/// What an observation must look at closely. It always shows every parent and every sub device; what costs more is read only here.
/// </summary>
/// <param name="Parents">The parents whose types and room are wanted: those that the desired state names.</param>
/// <param name="Attributes">For each sub device, the attributes to read.</param>
internal sealed record ObservationScope(
    IReadOnlyCollection<ParentAddress> Parents,
    IReadOnlyDictionary<DeviceId, IReadOnlyCollection<AttributeName>> Attributes)
{
    /// <summary>Every parent with its types and what these say of themselves, every device without attributes.</summary>
    public static ObservationScope Everything { get; } =
        new([], new Dictionary<DeviceId, IReadOnlyCollection<AttributeName>>()) { WholeHost = true, Devlink = DevlinkScope.Everything };

    /// <summary>What is wanted of devlink.</summary>
    public DevlinkScope Devlink { get; init; } = DevlinkScope.Nothing;

    /// <summary>
    /// Whether every parent counts as named, and the types' API, title and description are read too; else only their room is.
    /// </summary>
    public bool WholeHost { get; init; }

    /// <summary>Whether the types of this parent are wanted.</summary>
    public bool Covers(ParentAddress parent) => WholeHost || Parents.Any(named => named.Matches(parent));
}
