namespace MdevDesired.Model;

/// <summary>What an observation must look at beyond what every observation shows.</summary>
/// <param name="Parents">The parents that the desired state names.</param>
/// <param name="Attributes">For each sub device, the attributes to read.</param>
internal sealed record ObservationScope(
    IReadOnlyCollection<ParentAddress> Parents,
    IReadOnlyDictionary<SubDeviceId, IReadOnlyCollection<AttributeName>> Attributes)
{
    /// <summary>Every parent and every device, without attributes.</summary>
    public static ObservationScope Everything { get; } =
        new([], new Dictionary<SubDeviceId, IReadOnlyCollection<AttributeName>>());
}
