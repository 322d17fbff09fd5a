using MdevDesired.Model;

namespace MdevDesired.Planning.Mdevs;

/// <summary>Creates a mediated device: its UUID is written to the type's <c>create</c>.</summary>
internal sealed record CreateMdev : CreateSubDevice
{
    public required MdevUuid Uuid { get; init; }

    public required MdevTypeName Type { get; init; }

    public override string Kind => "create-mdev";

    public override RemoveSubDevice Undo => new RemoveMdev { Parent = Parent, Id = Id, Uuid = Uuid, Type = Type, Reason = "is half made" };
}
