using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Planning.Subfunctions;

/// <summary>Adds the port of a subfunction, which is inactive then.</summary>
internal sealed record AddSubfunction : CreateSubDevice
{
    public required SubfunctionId Subfunction { get; init; }

    public override string Kind => "add-subfunction";

    public override RemoveSubDevice Undo => new RemoveSubfunction { Parent = Parent, Id = Id, Subfunction = Subfunction, Reason = "is half made" };
}
