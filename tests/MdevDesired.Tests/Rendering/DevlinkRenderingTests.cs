using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning;
using MdevDesired.Planning.Devlink;
using MdevDesired.Planning.Subfunctions;
using MdevDesired.Rendering.Pages;
using MdevDesired.Rendering.Plans;
using MdevDesired.Rendering.Reports;
using MdevDesired.Rendering.Trees;
using MdevDesired.Tests.Doubles;
using Snapshooter.Xunit;
using Xunit;

namespace MdevDesired.Tests.Rendering;

public class DevlinkRenderingTests
{
    private static readonly SubfunctionId Id = new(new("pci", "0000:05:00.0"), 1, 0, 88);

    public static TheoryData<string> Words => [.. Actions.Keys];

    private static Dictionary<string, PlanAction> Actions => new()
    {
        ["set-param enable_roce = false"] = Param(DesiredParamForm.Boolean, "false"),
        ["set-param enable_roce = empty (permanent)"] = Param(DesiredParamForm.Text, "", DevlinkParamCmode.Permanent),
        ["reload"] = new ReloadDevlink { Parent = Scene.Nic, Id = Id, Reason = "" },
        ["set-eswitch switchdev"] = new SetEswitch { Parent = Scene.Nic, Id = Id, Mode = DevlinkEswitchMode.Switchdev, Reason = "" },
        ["set-port-type ib of port number 2"] = Type(null),
        ["set-port-type ib of port 7"] = Type(7),
        ["rename-netdev of the representor to tenant-a"] = Rename(null, null),
        ["rename-netdev of port 1 to tenant-a"] = Rename(new(1, 0), null),
        ["rename-netdev of port number 1 to tenant-a"] = Rename(new(null, 0), null),
        ["rename-netdev eth3 to tenant-a"] = Rename(new(null, 0), "eth3"),
        ["add-subfunction controller 1 pfnum 0 sfnum 88"] = new AddSubfunction { Parent = Scene.Nic, Id = Id, Subfunction = Id, Reason = "" },
        ["set-port-function hw_addr 00:00:00:00:88:88 roce disable"] = Function(),
        ["activate"] = new Activate { Parent = Scene.Nic, Id = Id, Reason = "" },
        ["deactivate"] = new Deactivate { Parent = Scene.Nic, Id = Id, Reason = "" },
        ["remove-subfunction"] = new RemoveSubfunction { Parent = Scene.Nic, Id = Id, Subfunction = Id, Reason = "" },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void Says_in_a_line_what_an_action_does(string words) => Assert.Equal(words, ActionWords.Of(Actions[words]));

    [Theory]
    [MemberData(nameof(Words))]
    public Task Every_action_conforms_to_the_schema(string words)
    {
        var change = new DeviceChange
        {
            Kind = ChangeKind.Change,
            Parent = Scene.Nic,
            Id = Id,
            Reason = "",
            Actions = [new(Stage.Settings, Actions[words])],
        };
        var plan = new Plan { Host = "node-7", Changes = [change], Findings = [], InSync = 0 };
        return Schemas.AssertConformsAsync("plan", PlanDocument.Render(TreeSyntax.Json, plan));
    }

    [Fact]
    public void Shows_what_is_made() => Snapshot.Match(PlanText.Render(DevlinkSamples.First(), Palette.Plain));

    [Fact]
    public void Shows_what_is_changed() => Snapshot.Match(PlanText.Render(DevlinkSamples.Second(), Palette.Plain));

    [Fact]
    public void Shows_what_happened() => Snapshot.Match(ApplyReportText.Render(DevlinkSamples.Report(), Palette.Plain));

    [Fact]
    public void Writes_a_plan() => Snapshot.Match(PlanDocument.Render(TreeSyntax.Yaml, DevlinkSamples.First()));

    [Fact]
    public void Writes_a_report() => Snapshot.Match(ApplyReportDocument.Render(TreeSyntax.Yaml, DevlinkSamples.Report()));

    [Fact]
    public async Task Json_conforms_to_its_schema()
    {
        await Schemas.AssertConformsAsync("plan", PlanDocument.Render(TreeSyntax.Json, DevlinkSamples.First()));
        await Schemas.AssertConformsAsync("plan", PlanDocument.Render(TreeSyntax.Json, DevlinkSamples.Second()));
        await Schemas.AssertConformsAsync("apply-report", ApplyReportDocument.Render(TreeSyntax.Json, DevlinkSamples.Report()));
    }

    [Fact]
    public void Is_never_wider_than_80_columns() => Assert.All(
        (PlanText.Render(DevlinkSamples.First(), Palette.Plain) + PlanText.Render(DevlinkSamples.Second(), Palette.Plain)).Split('\n'),
        line => Assert.InRange(line.Length, 0, Page.Width));

    private static SetParam Param(DesiredParamForm form, string text, DevlinkParamCmode? cmode = null) =>
        new() { Parent = Scene.Nic, Id = Id, Name = "enable_roce", Value = new(form, text), Cmode = cmode, Reason = "" };

    private static SetPortType Type(uint? index) =>
        new() { Parent = Scene.Nic, Id = Id, Port = new(null, 1), Type = DevlinkPortType.Ib, Index = index, Reason = "" };

    private static RenameNetdev Rename(PortSelector? port, string? current) =>
        new() { Parent = Scene.Nic, Id = Id, Port = port, Netdev = "tenant-a", Current = current, Reason = "" };

    private static SetPortFunction Function() => new()
    {
        Parent = Scene.Nic,
        Id = Id,
        Function = new() { HwAddr = HardwareAddress.Parse("00:00:00:00:88:88"), Roce = false },
        Reason = "",
    };
}
