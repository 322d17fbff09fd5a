using MdevDesired.Applying;
using MdevDesired.Linux.Auxiliary;
using MdevDesired.Linux.Uevents;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Linux.Devlink;

/// <summary>
/// Switches a subfunction on and off, and waits for what follows: the auxiliary device, which a uevent announces, and the
/// operational state, which nothing does.
/// </summary>
internal sealed class SubfunctionActivation(DevlinkChannels channels, AuxiliaryDevices devices)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan InstancePatience = TimeSpan.FromSeconds(5);

    // A uevent may be dropped when many come at once: then a look helps.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(1);

    /// <exception cref="KernelException">The kernel refused; or ETIMEDOUT, no device came, or no driver took it up.</exception>
    public void Activate(SubfunctionId id, DevlinkPort port)
    {
        var backoff = new Backoff(Patience);
        using var uevents = id.IsLocal ? UeventMonitor.Open() : null;
        backoff.Retry(() => Set(port, DevlinkFunctionState.Active), ErrnoMeaning.IsTransient);
        if (uevents is not null)
        {
            WaitForDevice(id, port, uevents, backoff, wasActive: port.Function?.State == DevlinkFunctionState.Active);
            WaitFor(DevlinkFunctionOpstate.Attached, port, backoff, "no driver took the function up");
            WaitForInstance(id);
        }
    }

    /// <exception cref="KernelException">The kernel refused; or ETIMEDOUT, its device did not go.</exception>
    public void Deactivate(SubfunctionId id, DevlinkPort port)
    {
        Set(port, DevlinkFunctionState.Inactive);
        if (id.IsLocal)
        {
            WaitFor(DevlinkFunctionOpstate.Detached, port, new Backoff(Patience), "its driver did not let go of the function");
        }
    }

    private void Set(DevlinkPort port, DevlinkFunctionState state) => channels.Use(channel =>
    {
        new DevlinkOperator(channel).SetPortFunction(port.Device, port.Index, new() { State = state });
        return true;
    });

    private void WaitForDevice(SubfunctionId id, DevlinkPort port, UeventMonitor uevents, Backoff backoff, bool wasActive)
    {
        var found = wasActive && devices.Find(id) is not null;
        while (!found)
        {
            if (backoff.Left <= TimeSpan.Zero)
            {
                throw new KernelException("wait for the auxiliary device", $"of {id}", Errno.ETIMEDOUT, "none appeared");
            }

            found = uevents.Receive(backoff.Left < Silence ? backoff.Left : Silence) switch
            {
                { Action: "add", Subsystem: AuxiliaryBus.Name } uevent => devices.Learn(id, uevent.DeviceName),
                null => HasCome(id, port),
                _ => false,
            };
        }
    }

    /// <exception cref="KernelException">ENODEV: somebody removed the subfunction meanwhile, and no device will come.</exception>
    private bool HasCome(SubfunctionId id, DevlinkPort port)
    {
        var hasCome = devices.Find(id) is not null;
        if (!hasCome)
        {
            channels.Use(channel => new DevlinkObserver(channel).Port(port.Device, port.Index));
        }

        return hasCome;
    }

    // The firmware calls a function attached while its driver is still at it; not every driver makes an instance.
    private void WaitForInstance(SubfunctionId id)
    {
        var backoff = new Backoff(InstancePatience);
        while (devices.Find(id) is { Driver: not null } device && !Exists(new(AuxiliaryBus.Name, device.Name)) && backoff.Wait())
        {
        }
    }

    private bool Exists(DevlinkHandle handle)
    {
        try
        {
            return channels.Use(channel => new DevlinkObserver(channel).Device(handle)).Handle == handle;
        }
        catch (KernelException refusal) when (ErrnoMeaning.IsGone(refusal.Errno))
        {
            return false;
        }
    }

    private void WaitFor(DevlinkFunctionOpstate opstate, DevlinkPort port, Backoff backoff, string otherwise)
    {
        while (channels.Use(channel => new DevlinkObserver(channel).Port(port.Device, port.Index)).Function?.Opstate is { } now && now != opstate)
        {
            if (!backoff.Wait())
            {
                throw new KernelException("wait for opstate", $"{DevlinkWord.Of(opstate)} of {port.Device}/{port.Index}", Errno.ETIMEDOUT, otherwise);
            }
        }
    }
}
