namespace MdevDesired.Model.Devlink;

/// <summary>The settings that a parent's own devlink instance shall have.</summary>
/// <param name="Params">In the order of the document.</param>
/// <param name="Eswitch">The mode of the embedded switch, or null where no document says.</param>
internal sealed record DesiredParentDevlink(EquatableArray<DesiredDevlinkParam> Params, DevlinkEswitchMode? Eswitch)
{
    public static DesiredParentDevlink None { get; } = new([], null);

    public bool IsEmpty => Params.Count == 0 && Eswitch is null;
}
