using MdevDesired.Model.Devlink;

namespace MdevDesired.Linux.Devlink;

/// <summary>What a subfunction is asked for by: its identity.</summary>
/// <param name="Parent">The instance that gets the port.</param>
/// <param name="PfNumber">The physical function that it is part of.</param>
/// <param name="SfNumber">Its number there, chosen by who asks.</param>
/// <param name="Controller">Null: the parent's own.</param>
internal sealed record DevlinkSubfunction(DevlinkHandle Parent, ushort PfNumber, uint SfNumber, uint? Controller = null)
{
    /// <summary>As devlink(8) takes it.</summary>
    public override string ToString() =>
        $"{Parent} flavour pcisf pfnum {PfNumber} sfnum {SfNumber}" + (Controller is { } number ? $" controller {number}" : "");
}
