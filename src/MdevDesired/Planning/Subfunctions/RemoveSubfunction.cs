using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Planning.Subfunctions;

/// <summary>Deletes the port of a subfunction, and with it the subfunction.</summary>
internal sealed record RemoveSubfunction : RemoveSubDevice
{
    public required SubfunctionId Subfunction { get; init; }

    public override string Kind => "remove-subfunction";
}
