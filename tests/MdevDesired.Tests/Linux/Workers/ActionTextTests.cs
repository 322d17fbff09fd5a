using System.Text.Json;
using MdevDesired.Linux.Workers;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Mdevs;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning;
using MdevDesired.Planning.Devlink;
using MdevDesired.Planning.Mdevs;
using MdevDesired.Planning.Subfunctions;
using Xunit;

namespace MdevDesired.Tests.Linux.Workers;

public sealed class ActionTextTests
{
    private static readonly ParentAddress Parent = new("pci", "0000:05:00.0");
    private static readonly MdevId Mdev = MdevId.Parse("69ea1551-d054-46e9-974d-8edae8f0aefe");
    private static readonly SubfunctionId Sf = SubfunctionId.Parse("pci/0000:05:00.0/c1pf0sf88");

    private static readonly PlanAction[] Actions =
    [
        new CreateMdev { Parent = Parent, Id = Mdev, Reason = "", Uuid = Mdev.Uuid, Type = new("mlx5_core-local") },
        new RemoveMdev { Parent = Parent, Id = Mdev, Reason = "", Uuid = Mdev.Uuid },
        new WriteAttribute { Parent = Parent, Id = Mdev, Reason = "", Attribute = new("nvidia/vgpu_params"), Value = "a=1,\"b\" \u00e9" },
        new Bind { Parent = Parent, Id = Mdev, Reason = "", Driver = new("vfio_mdev") },
        new Unbind { Parent = Parent, Id = Mdev, Reason = "", Driver = new("vfio_mdev") },
        new Unbind { Parent = Parent, Id = Mdev, Reason = "" },
        new Adopt { Parent = Parent, Id = Mdev, Reason = "" },
        new AddSubfunction { Parent = Parent, Id = Sf, Reason = "", Subfunction = Sf },
        new RemoveSubfunction { Parent = Parent, Id = Sf, Reason = "", Subfunction = Sf },
        new SetPortFunction
        {
            Parent = Parent,
            Id = Sf,
            Reason = "",
            Function = new() { HwAddr = HardwareAddress.Parse("00:00:00:00:88:88"), Roce = false, Migratable = true, MaxIoEqs = 16 },
        },
        new Activate { Parent = Parent, Id = Sf, Reason = "" },
        new Deactivate { Parent = Parent, Id = Sf, Reason = "" },
        new ReloadDevlink { Parent = Parent, Id = new ParentId(Parent), Reason = "" },
        new SetEswitch { Parent = Parent, Id = new ParentId(Parent), Reason = "", Mode = DevlinkEswitchMode.Switchdev },
        new SetPortType { Parent = Parent, Id = Sf, Reason = "", Port = default, Index = 7, Type = DevlinkPortType.Ib },
        new RenameNetdev { Parent = Parent, Id = Sf, Reason = "", Netdev = "web0", Current = "eth3" },
        new RenameNetdev { Parent = Parent, Id = Sf, Reason = "", Netdev = "web0", Current = "eth3", Ifindex = 7 },
        Param(new DevlinkBoolean(false)),
        Param(new DevlinkText("smfs")),
        Param(new DevlinkNumber(DevlinkParamType.U64, ulong.MaxValue)),
    ];

    [Fact]
    public void Every_action_arrives_as_it_was_sent()
    {
        for (var number = 0; number < Actions.Length; number++)
        {
            var line = JsonSerializer.Serialize(ActionText.Write(number, Actions[number]), WorkerJson.Default.ActionMessage);
            Assert.DoesNotContain('\n', line);
            var message = JsonSerializer.Deserialize(line, WorkerJson.Default.ActionMessage)!;
            Assert.Equal(number, message.Number);
            Assert.Equal(Actions[number], ActionText.Read(message));
        }
    }

    [Fact]
    public void Every_kind_of_action_is_among_them()
    {
        var kinds = typeof(PlanAction).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PlanAction)) && !type.IsAbstract);
        Assert.Equal([], kinds.Except(Actions.Select(action => action.GetType())).Select(type => type.Name));
    }

    [Theory]
    [InlineData("toast")]
    [InlineData("create-mdev")]
    [InlineData("set-param")]
    public void What_is_no_action_is_told(string kind) => Assert.Throws<FormatException>(() => ActionText.Read(
        new() { Number = 1, Kind = kind, Parent = "mtty", DeviceKind = "mdev", Device = Mdev.ToString() }));

    private static SetParam Param(DevlinkParamValue value) => new()
    {
        Parent = Parent,
        Id = new ParentId(Parent),
        Reason = "",
        Name = "enable_roce",
        Value = new(DesiredParamForm.Text, value.ToString()!),
        Cmode = DevlinkParamCmode.Driverinit,
        Typed = value,
    };
}
