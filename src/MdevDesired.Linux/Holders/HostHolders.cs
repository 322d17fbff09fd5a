using MdevDesired.Linux.Interop;
using MdevDesired.Linux.Processes;
using MdevDesired.Model;

namespace MdevDesired.Linux.Holders;

/// <summary>Finds who uses devices: one walk through the processes, one dump of the network interfaces.</summary>
/// <param name="root">Where the host's file systems are.</param>
/// <param name="interfaces">The network interfaces, or null where they cannot be asked for.</param>
internal sealed class HostHolders(HostRoot root, INetworkInterfaces? interfaces)
{
    /// <param name="sys">The folder /sys.</param>
    /// <param name="observed">The host as it was seen just before, with devlink.</param>
    /// <param name="ids">The devices.</param>
    /// <exception cref="Applying.KernelException">Something that must be readable is not.</exception>
    public HolderSearch Find(Folder sys, ObservedState observed, IReadOnlyCollection<DeviceId> ids)
    {
        var wanted = ids.ToHashSet();
        var places = new DevicePlaces(sys, observed, ids);
        var processes = Processes(new DeviceFiles(sys, places).Find(), out var sawEveryProcess);
        return new(
            HolderSearch.Ordered(
            [
                .. processes,
                .. interfaces is null ? [] : new NetdevHolders(sys, places, observed, wanted, new(interfaces)).Find(),
                .. observed.SubDevices.Where(device => wanted.Contains(device.Id)).SelectMany(ShownHolders.Of),
                .. observed.Parents.Where(parent => wanted.Contains(new ParentId(parent.Address))).SelectMany(ShownHolders.Of),
            ]),
            sawEveryProcess);
    }

    private List<DeviceHolder> Processes(IEnumerable<(string Path, DeviceId Id)> deviceFiles, out bool sawEveryProcess)
    {
        var files = deviceFiles.ToLookup(pair => pair.Path, pair => pair.Id);
        using var proc = files.Count == 0 ? null : Folder.Open(root.Proc);
        if (proc is null)
        {
            sawEveryProcess = true;
            return [];
        }

        var walk = new ProcessFiles(proc);
        var found = walk.Holding(files.Select(file => file.Key).ToHashSet())
            .SelectMany(holding => files[holding.Path].Select(id => new ProcessHolder(id, holding.Pid, holding.Command, holding.Path)))
            .ToList<DeviceHolder>();
        sawEveryProcess = walk.SawEveryProcess;
        return found;
    }
}
