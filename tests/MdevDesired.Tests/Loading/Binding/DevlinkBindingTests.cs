using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using Xunit;

namespace MdevDesired.Tests.Loading.Binding;

public sealed class DevlinkBindingTests
{
    [Theory]
    [InlineData("true", nameof(DesiredParamForm.Boolean), "true")]
    [InlineData("False", nameof(DesiredParamForm.Boolean), "false")]
    [InlineData("yes", nameof(DesiredParamForm.Text), "yes")]
    [InlineData("'true'", nameof(DesiredParamForm.Text), "true")]
    [InlineData("64", nameof(DesiredParamForm.Integer), "64")]
    [InlineData("007", nameof(DesiredParamForm.Integer), "7")]
    [InlineData("-0", nameof(DesiredParamForm.Integer), "0")]
    [InlineData("0x1F", nameof(DesiredParamForm.Integer), "31")]
    [InlineData("0xffffffffffffffff", nameof(DesiredParamForm.Integer), "18446744073709551615")]
    [InlineData("'0x1F'", nameof(DesiredParamForm.Text), "0x1F")]
    [InlineData("smfs", nameof(DesiredParamForm.Text), "smfs")]
    [InlineData("''", nameof(DesiredParamForm.Text), "")]
    public void Keeps_what_a_value_is(string value, string form, string text)
    {
        var param = Assert.Single(Parent($"devlink: {{ params: [ {{ name: a, value: {value} }} ] }}").Devlink.Params);
        Assert.Equal((form, text), (param.Value.Form.ToString(), param.Value.Text));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(", cmode: runtime", "Runtime")]
    [InlineData(", cmode: driverinit", "Driverinit")]
    [InlineData(", cmode: permanent", "Permanent")]
    public void Reads_the_cmode_or_leaves_it_to_the_driver(string cmode, string expected)
    {
        var param = Assert.Single(Parent($"devlink: {{ params: [ {{ name: a, value: 1{cmode} }} ] }}").Devlink.Params);
        Assert.Equal((expected, "0.yaml:7:28"), (param.Cmode.ToString(), param.Span.ToString()));
    }

    [Theory]
    [InlineData("devlink: { eswitch: { mode: legacy } }", DevlinkEswitchMode.Legacy)]
    [InlineData("devlink: { eswitch: { mode: switchdev } }", DevlinkEswitchMode.Switchdev)]
    [InlineData("devlink: {}", null)]
    [InlineData("optional: true", null)]
    public void Reads_the_mode_of_the_eswitch(string text, object? mode)
    {
        var devlink = Parent(text).Devlink;
        Assert.Equal(((DevlinkEswitchMode?)mode, mode is null), (devlink.Eswitch, devlink.IsEmpty));
    }

    [Fact]
    public void Counts_ports_without_an_index_among_themselves()
    {
        var parent = Parent($$"""
            subDevices: [ {
              name: a,
              mdev: { uuid: {{Sources.Uuid1}}, type: t },
              ports: [ {}, { index: 7, type: ib }, { type: eth, netdev: a }, { index: 0, type: auto, netdev: b } ] } ]
            """);
        Assert.Equal(
            [
                new(new(null, 0), null, null),
                new(new(7, 0), DevlinkPortType.Ib, null),
                new(new(null, 1), DevlinkPortType.Eth, "a"),
                new(new(0, 0), DevlinkPortType.Auto, "b"),
            ],
            Assert.Single(parent.SubDevices).Ports);
    }

    [Fact]
    public void A_parent_without_its_bus_may_have_settings_and_ports()
    {
        var parent = Parent(
            $"subDevices: [ {{ name: a, mdev: {{ uuid: {Sources.Uuid1}, type: t }}, ports: [ {{}} ], devlink: {{ params: [ {{ name: b, value: 1 }} ] }} }} ]\n"
            + "devlink: { params: [ { name: a, value: 1 } ] }",
            "card0");
        Assert.False(parent.Devlink.IsEmpty);
        Assert.True(Assert.Single(parent.SubDevices).HasDevlink);
    }

    private static DesiredParent Parent(string keys, string device = "pci/0000:05:00.0")
    {
        var indented = string.Concat(keys.Split('\n').Select(line => $"      {line}\n"));
        var result = Sources.Load(Sources.Document("a", $"    - device: {device}\n{indented}"));
        Assert.Empty(result.Diagnostics);
        return Assert.Single(result.State.Parents);
    }
}
