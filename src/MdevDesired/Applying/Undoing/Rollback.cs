using MdevDesired.Model;
using MdevDesired.Planning;

namespace MdevDesired.Applying.Undoing;

/// <summary>
/// Undoes a run, the latest first: what it changed, what it made, the settings of parents, what it removed. What a device was is
/// known from a look at the host before the run, so that it is brought back by the smallest change, as it is by an apply.
/// </summary>
/// <param name="observe">The host.</param>
/// <param name="host">What it was before.</param>
/// <param name="mayDisrupt">Whether whoever uses a device may be disturbed by what is done to it.</param>
internal sealed class Rollback(IObserveHost observe, FormerHost host, Func<DeviceChange, bool> mayDisrupt)
{
    /// <param name="devices">What the run began, the latest first.</param>
    /// <exception cref="KernelException">The host cannot be looked at: the rest of it stays as it is.</exception>
    public void Run(IReadOnlyList<DeviceUndoing> devices)
    {
        SpareHeld(devices);
        List<DeviceUndoing> subDevices = [.. devices.Where(device => device.Id is not ParentId)];
        List<DeviceUndoing> changed = [.. subDevices.Where(IsChanged)];
        changed.ForEach(device => device.PutParamsBack());
        Settle(changed);
        foreach (var device in subDevices.Where(device => device is { IsOpen: true, HasMade: true }))
        {
            device.Remove();
        }

        foreach (var parent in devices.Where(device => device.Id is ParentId))
        {
            new SettingsUndoing(parent, observe, host).Run();
        }

        List<DeviceUndoing> removed = [.. subDevices.Where(device => device is { IsOpen: true, Before: not null } && observe.Observe(device.Id) is null)];
        removed.ForEach(device => device.Recreate());
        Settle(removed);
        devices.ToList().ForEach(device => device.Close());
    }

    // Made again between, it is still this run's.
    private bool IsChanged(DeviceUndoing device) => device is { IsOpen: true, Before: { } before }
        && observe.Observe(device.Id) is { } now
        && (device.Change.Kind is ChangeKind.Change or ChangeKind.Adopt || now.Instance == before.Instance);

    // What a driver makes of a device is compared when the driver is there: hence once more.
    private void Settle(List<DeviceUndoing> devices)
    {
        const int rounds = 3;
        for (var round = 0; round < rounds && devices.Exists(device => device.IsOpen); round++)
        {
            var now = observe.Observe(host.Scope).SubDevices.ToDictionary(device => device.Id);
            new NetdevWay(devices, now).Free();
            var settled = devices.Where(device => device.IsOpen && now.ContainsKey(device.Id)).Count(device => device.Settle(now[device.Id]));
            if (settled == 0)
            {
                return;
            }
        }
    }

    // Whoever opened a device that this run made has it now. A representor stays when its function is only switched.
    private void SpareHeld(IReadOnlyList<DeviceUndoing> devices)
    {
        var disrupted = devices.Where(device => device.Id is not ParentId && (device.HasMade || device.Touched.IsAnew)).ToDictionary(device => device.Id);
        if (disrupted.Count == 0)
        {
            return;
        }

        foreach (var holder in observe.FindHolders(observe.Observe(host.Scope), disrupted.Keys).Holders)
        {
            var device = disrupted[holder.Id];
            if (holder.IsVfio || (!mayDisrupt(device.Change) && (device.HasMade || !holder.IsRepresentor)))
            {
                device.Refuse($"it is in use: {holder.Words}");
            }
        }
    }
}
