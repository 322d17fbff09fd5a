using System.Collections.Concurrent;
using MdevDesired.Applying;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Linux.Devlink;

/// <summary>
/// Finds the port of a subfunction, whose index the driver chose: by one message where the index was seen before, by a dump
/// otherwise. Safe to use from several threads.
/// </summary>
internal sealed class SubfunctionPorts(DevlinkChannels channels)
{
    private readonly ConcurrentDictionary<SubfunctionId, uint> _indices = [];

    /// <summary>The identity of the subfunction that a port leads to, or null when it leads to none.</summary>
    public static SubfunctionId? IdOf(DevlinkPort port) => port is { Flavour: DevlinkPortFlavour.PciSf, SfNumber: { } number }
        ? new(port.Device, port.Controller ?? 0, port.PfNumber ?? 0, number)
        : null;

    public void Remember(SubfunctionId id, uint index) => _indices[id] = index;

    /// <summary>The port, or null when there is none.</summary>
    /// <exception cref="KernelException">The kernel refused to tell.</exception>
    public DevlinkPort? Find(SubfunctionId id) => FindByIndex(id) ?? FindByDump(id);

    private DevlinkPort? FindByIndex(SubfunctionId id)
    {
        if (!_indices.TryGetValue(id, out var index))
        {
            return null;
        }

        try
        {
            var port = channels.Use(channel => new DevlinkObserver(channel).Port(id.Parent, index));
            return IdOf(port) == id ? port : null;
        }
        catch (KernelException refusal) when (ErrnoMeaning.IsGone(refusal.Errno))
        {
            return null;
        }
    }

    private DevlinkPort? FindByDump(SubfunctionId id)
    {
        DevlinkPort? found = null;
        foreach (var port in channels.Use(channel => new DevlinkObserver(channel).Ports(id.Parent)))
        {
            if (IdOf(port) is { } other)
            {
                Remember(other, port.Index);
                found = other == id ? port : found;
            }
        }

        return found;
    }
}
