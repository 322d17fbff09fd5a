namespace MdevDesired.Model;

/// <summary>What an observation looks at of devlink: each part costs one dump, however much there is of it.</summary>
/// <param name="Subfunctions">Whether subfunctions are wanted: without them nothing is asked of devlink.</param>
/// <param name="Params">Whether the params of every instance are wanted.</param>
/// <param name="Netdevs">Whether it matters which network interfaces are up.</param>
/// <param name="Eswitches">The parents whose embedded switch is wanted: each costs one message.</param>
internal sealed record DevlinkScope(bool Subfunctions, bool Params, bool Netdevs, IReadOnlyCollection<ParentAddress> Eswitches)
{
    public static DevlinkScope Nothing { get; } = new(false, false, false, []);

    /// <summary>Together with <see cref="ObservationScope.WholeHost"/>, which asks for every embedded switch.</summary>
    public static DevlinkScope Everything { get; } = new(true, true, true, []);
}
