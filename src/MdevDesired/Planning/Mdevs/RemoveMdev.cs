using MdevDesired.Model;

namespace MdevDesired.Planning.Mdevs;

/// <summary>Removes a mediated device: 1 is written to its <c>remove</c>.</summary>
internal sealed record RemoveMdev : RemoveSubDevice
{
    public required MdevUuid Uuid { get; init; }

    /// <summary>The type that goes, or null when the kernel does not say.</summary>
    public MdevTypeName? Type { get; init; }

    public override string Kind => "remove-mdev";
}
