using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Simulated;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Tests.Doubles;

/// <content>
/// Words for devlink: the NIC has params of every cmode, of which enable_sriov reads back late, an eswitch, and 4 subfunctions at most.
/// </content>
internal static partial class Scene
{
    public static readonly DevlinkHandle NicHandle = new("pci", "0000:05:00.0");

    public static readonly ParentId NicId = new(Nic);

    public static SubfunctionId Sf(int number) => new(NicHandle, 0, 0, (uint)number);

    /// <summary>A host whose NIC has devlink, without subfunctions.</summary>
    public static HostSnapshot Switch(DevlinkEswitchMode mode = DevlinkEswitchMode.Switchdev, bool bindsAfterCreation = false)
    {
        var host = Host(bindsAfterCreation);
        var rules = host.Rules.Parents[1] with
        {
            MdevInstance = Mlx5Instance.Rules with { Driver = new("mlx5_core") },
            Subfunctions = new() { Maximum = 4 },
            LateParams = ["enable_sriov"],
        };
        return host with
        {
            Observed = host.Observed with
            {
                AuxiliaryDrivers = [new("mlx5_core.sf"), new("mlx5_core.sf_guest")],
                Parents = [host.Observed.Parents[0], host.Observed.Parents[1] with { Devlink = NicInstance(mode) }],
            },
            Rules = new([host.Rules.Parents[0], rules]),
        };
    }

    /// <summary>A subfunction whose instance shall have params such as <c>enable_rdma=false</c>.</summary>
    public static DesiredSubfunction Subfunction(int number, params string[] devlinkParams) => new()
    {
        Document = "rack7",
        Name = $"sf-{number}",
        Span = new("rack7.yaml", new(number + 10, 11)),
        Subfunction = Sf(number),
        DevlinkParams = devlinkParams.Select(DevlinkParam).ToEquatableArray(),
    };

    /// <summary>A subfunction with everything that can be said of one.</summary>
    public static DesiredSubfunction WholeSubfunction(int number) => Subfunction(number, "enable_rdma=false", "flow_steering_mode=smfs") with
    {
        Function = new() { HwAddr = HardwareAddress.Parse($"00:00:00:00:00:{number:x2}"), Roce = false, MaxIoEqs = 16, State = DevlinkFunctionState.Active },
        Representor = $"rep{number}",
        Ports = [new(new(null, 0), DevlinkPortType.Eth, $"sf{number}")],
    };

    public static DesiredDevlinkParam DevlinkParam(string text)
    {
        var (name, value) = (text[..text.IndexOf('=')], text[(text.IndexOf('=') + 1)..]);
        var form = value is "true" or "false" ? DesiredParamForm.Boolean : value.All(char.IsAsciiDigit) ? DesiredParamForm.Integer : DesiredParamForm.Text;
        return new(name, new(form, value), null, new("rack7.yaml", new(6, 9)));
    }

    /// <summary>The NIC with settings such as <c>enable_roce=false</c>, and subfunctions.</summary>
    public static DesiredParent SwitchParent(DevlinkEswitchMode? mode, string[] devlinkParams, params DesiredSubDevice[] devices) =>
        Parent(Nic, devices) with { Devlink = new(devlinkParams.Select(DevlinkParam).ToEquatableArray(), mode) };

    /// <summary>A desired state of the NIC in switchdev mode with subfunctions, without other settings.</summary>
    public static DesiredState Switched(params DesiredSubDevice[] devices) => Desired(SwitchParent(DevlinkEswitchMode.Switchdev, [], devices));

    /// <summary>A subfunction as the host has it that nobody activated.</summary>
    public static ObservedSubfunction ExistingSubfunction(int number) => new()
    {
        Subfunction = Sf(number),
        Parent = Nic,
        Instance = (ulong)(40000 + number),
        Port = new()
        {
            Device = NicHandle,
            Index = (uint)(40000 + number),
            Type = DevlinkPortType.Eth,
            Flavour = DevlinkPortFlavour.PciSf,
            Controller = 0,
            PfNumber = 0,
            SfNumber = (uint)number,
            External = false,
            Netdev = $"foreign{number}",
            NetdevIsUp = true,
            Function = new()
            {
                HwAddr = HardwareAddress.Parse("00:00:00:00:00:00"),
                State = DevlinkFunctionState.Inactive,
                Opstate = DevlinkFunctionOpstate.Detached,
            },
        },
    };

    private static ObservedDevlink NicInstance(DevlinkEswitchMode mode) => new()
    {
        Handle = NicHandle,
        Eswitch = mode,
        Params =
        [
            .. Mlx5Instance.Rules.Params.Where(param => param.Name is "enable_eth" or "enable_roce").Select(param => param.Of(NicHandle)),
            new(NicHandle, "enable_sriov", true, DevlinkParamType.Flag, [new(DevlinkParamCmode.Permanent, new DevlinkBoolean(true))]),
            .. Mlx5Instance.Rules.Params.Where(param => param.Name is "flow_steering_mode" or "io_eq_size").Select(param => param.Of(NicHandle)),
        ],
        Ports =
        [
            new()
            {
                Device = NicHandle,
                Index = 0,
                Type = DevlinkPortType.Eth,
                Flavour = DevlinkPortFlavour.Physical,
                Number = 0,
                Netdev = "eth0",
                NetdevIsUp = true,
            },
        ],
    };
}
