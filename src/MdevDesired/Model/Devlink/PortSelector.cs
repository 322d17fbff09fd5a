using System.Globalization;

namespace MdevDesired.Model.Devlink;

/// <summary>Says which port of a devlink instance is meant: the one of an index, or the so-many-th in the order of indices.</summary>
/// <param name="Index">The index, or null: drivers choose it, and some choose differently at each boot.</param>
/// <param name="Place">From 0; counts where there is no index.</param>
internal readonly record struct PortSelector(uint? Index, int Place)
{
    /// <summary>The port, or null when the instance does not show it.</summary>
    /// <param name="ports">Ordered by index.</param>
    public DevlinkPort? Find(IReadOnlyList<DevlinkPort> ports)
    {
        var index = Index;
        return index is not null ? ports.FirstOrDefault(port => port.Index == index) : ports.ElementAtOrDefault(Place);
    }

    public override string ToString() => Index is { } index
        ? $"port {index}"
        : $"port number {(Place + 1).ToString(CultureInfo.InvariantCulture)}";
}
