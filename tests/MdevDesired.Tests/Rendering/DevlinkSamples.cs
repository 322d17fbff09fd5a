using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Simulated;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning;
using MdevDesired.Tests.Doubles;

namespace MdevDesired.Tests.Rendering;

/// <summary>Plans and runs on a NIC with devlink: its settings, subfunctions, and an mdev with params and ports.</summary>
internal static class DevlinkSamples
{
    private static readonly DevlinkHandle Handle = new("pci", "0000:05:00.0");

    /// <summary>Everything is to be made.</summary>
    public static Plan First() => new Bench(Host()).Plan(Listed());

    /// <summary>Everything is there, and to be changed; one subfunction leaves the document.</summary>
    public static Plan Second() => Applied().Plan(Changed());

    /// <summary>A run of <see cref="Second"/> in which a subfunction fails.</summary>
    public static ApplyReport Report()
    {
        var bench = Applied();
        bench.Fault = action => action.Kind == "set-port-function" ? Errno.EOPNOTSUPP : null;
        return bench.Apply(Changed());
    }

    private static Bench Applied()
    {
        var bench = new Bench(Host());
        bench.Apply(Listed());
        return bench;
    }

    private static DesiredState Listed() => Desired(
        new([Param("enable_roce", DesiredParamForm.Boolean, "false"), Param("flow_steering_mode", DesiredParamForm.Text, "smfs")], DevlinkEswitchMode.Switchdev),
        Scene.Mdev(1, "mlx5_core-local", "mlx5_core") with
        {
            DevlinkParams = [Param("enable_rdma", DesiredParamForm.Boolean, "false")],
            Ports = [new(new(null, 0), DevlinkPortType.Eth, "web0"), new(new(1, 0), DevlinkPortType.Ib, null)],
        },
        Subfunction(88, "tenant-a", new() { HwAddr = HardwareAddress.Parse("00:00:00:00:88:88"), Roce = false }),
        Subfunction(89, "tenant-b", new() { State = DevlinkFunctionState.Inactive }),
        Subfunction(90, "tenant-c", new()));

    private static DesiredState Changed() => Desired(
        new([Param("flow_steering_mode", DesiredParamForm.Text, "dmfs", DevlinkParamCmode.Runtime)], null),
        Scene.Mdev(1, "mlx5_core-local", "mlx5_core") with { Ports = [new(new(null, 0), null, "web1"), new(new(1, 0), DevlinkPortType.Eth, "ib0")] },
        Subfunction(88, "tenant-a", new() { HwAddr = HardwareAddress.Parse("00:00:00:00:88:99"), MaxIoEqs = 16 }),
        Subfunction(89, "tenant-b", new()) with { DevlinkParams = [Param("io_eq_size", DesiredParamForm.Integer, "64")] });

    private static DesiredState Desired(DesiredParentDevlink devlink, params DesiredSubDevice[] devices) =>
        Scene.Desired(Scene.Parent(Scene.Nic, devices) with { Devlink = devlink });

    private static DesiredSubfunction Subfunction(uint number, string name, DevlinkPortFunctionChange function) => new()
    {
        Document = "rack7",
        Name = name,
        Span = new("rack7.yaml", new((int)number, 11)),
        Subfunction = new(Handle, 0, 0, number),
        Function = function,
        Representor = $"{name}-rep",
        Ports = function.State == DevlinkFunctionState.Inactive ? [] : [new(new(null, 0), null, name)],
    };

    private static DesiredDevlinkParam Param(string name, DesiredParamForm form, string text, DevlinkParamCmode? cmode = null) =>
        new(name, new(form, text), cmode, new("rack7.yaml", new(8, 9)));

    private static HostSnapshot Host()
    {
        var host = Scene.Host();
        return host with
        {
            Observed = host.Observed with
            {
                HasDevlink = true,
                AuxiliaryDrivers = [new("mlx5_core.sf")],
                Parents = host.Observed.Parents.Select(WithDevlink).ToEquatableArray(),
            },
            Rules = new(host.Rules.Parents.Select(WithInstance).ToEquatableArray()),
        };
    }

    private static ObservedParent WithDevlink(ObservedParent parent) => parent.Address != Scene.Nic ? parent : parent with
    {
        Devlink = new()
        {
            Handle = Handle,
            Eswitch = DevlinkEswitchMode.Legacy,
            Params =
            [
                new(Handle, "enable_roce", true, DevlinkParamType.Flag, [new(DevlinkParamCmode.Driverinit, new DevlinkBoolean(true))]),
                new(Handle, "flow_steering_mode", false, DevlinkParamType.String, [new(DevlinkParamCmode.Runtime, new DevlinkText("dmfs"))]),
            ],
        },
    };

    private static ParentRules WithInstance(ParentRules rules) => rules.Device != Scene.Nic
        ? rules
        : rules with { MdevInstance = new(new("mlx5_core"), SubfunctionRules.Default.Instance.Params, [DevlinkPortType.Eth, DevlinkPortType.Eth]) };
}
