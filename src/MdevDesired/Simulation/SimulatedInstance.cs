using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Simulated;
using MdevDesired.Planning.Devlink;

namespace MdevDesired.Simulation;

/// <summary>A devlink instance of the simulated host.</summary>
/// <param name="observed">As it is at first.</param>
/// <param name="netdevs">Those of the host.</param>
internal sealed class SimulatedInstance(ObservedDevlink observed, SimulatedNetdevs netdevs)
{
    private readonly SimulatedPorts _ports = new(observed.Ports, netdevs);
    private ObservedDevlink _now = observed;

    /// <summary>As it is.</summary>
    public ObservedDevlink Now => _now with { Ports = _ports.Now };

    // Without such a param an instance has its interfaces.
    private bool HasEth => Find("enable_eth") is not { } param || param.Settings.All(setting => setting.Value != new DevlinkBoolean(false));

    /// <summary>A new one, as its driver makes it.</summary>
    public static SimulatedInstance New(DevlinkHandle handle, InstanceRules rules, SimulatedNetdevs netdevs)
    {
        var instance = new SimulatedInstance(
            new()
            {
                Handle = handle,
                Params = rules.Params.Select(param => param.Of(handle)).ToEquatableArray(),
                Ports = SimulatedPorts.New(handle, rules),
            },
            netdevs);
        instance.OpenPorts();
        return instance;
    }

    public DevlinkParam? Find(string name) => _now.Params.FirstOrDefault(param => param.Name == name);

    /// <summary>Sets a param. In driverinit it reads back as asked for at once.</summary>
    /// <param name="set">The action.</param>
    /// <param name="isLate">Whether it reads back as before until the next boot.</param>
    /// <exception cref="KernelException">EINVAL: no such param, or another type; EOPNOTSUPP: not in this cmode.</exception>
    public void Set(SetParam set, bool isLate)
    {
        var param = Find(set.Name);
        if (Refuses(param, set) is { } errno)
        {
            throw new KernelException(
                "devlink dev param set", $"{_now.Handle} name {set.Name} value {set.Typed} cmode {DevlinkWord.Of(set.Cmode ?? default)}", errno);
        }

        if (!isLate)
        {
            var settings = param!.Settings.Select(setting => setting.Cmode == set.Cmode ? setting with { Value = set.Typed! } : setting);
            var changed = param with { Settings = settings.ToEquatableArray() };
            _now = _now with { Params = _now.Params.Select(each => each == param ? changed : each).ToEquatableArray() };
        }
    }

    /// <summary>Makes all that the driver made anew; an embedded switch is in legacy mode then.</summary>
    public void Reload()
    {
        _ports.Close();
        OpenPorts();
        _now = _now with { ReloadFailed = false, Eswitch = _now.Eswitch is null ? null : DevlinkEswitchMode.Legacy };
    }

    public void SetEswitch(DevlinkEswitchMode mode) => _now = _now with { Eswitch = mode };

    /// <inheritdoc cref="SimulatedPorts.SetType"/>
    public void SetType(SetPortType retype) => _ports.SetType(retype, HasEth);

    /// <inheritdoc cref="SimulatedPorts.Rename"/>
    public void Rename(RenameNetdev rename) => _ports.Rename(rename);

    /// <summary>It goes, with its network interfaces.</summary>
    public void Remove() => _ports.Remove();

    private static Errno? Refuses(DevlinkParam? param, SetParam set) =>
        param is null || set.Typed?.Type != param.Type ? Errno.EINVAL
        : param.Settings.All(setting => setting.Cmode != set.Cmode) ? Errno.EOPNOTSUPP
        : null;

    private void OpenPorts()
    {
        if (HasEth)
        {
            _ports.Open();
        }
    }
}
