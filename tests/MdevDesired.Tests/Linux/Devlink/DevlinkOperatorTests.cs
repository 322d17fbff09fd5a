using MdevDesired.Linux.Devlink;
using MdevDesired.Model.Devlink;
using Xunit;
using static MdevDesired.Tests.Linux.Devlink.DevlinkTranscripts;

namespace MdevDesired.Tests.Linux.Devlink;

/// <summary>The transcripts hold what was sent too: these compare the bytes with those that a real kernel took.</summary>
public sealed class DevlinkOperatorTests
{
    private static readonly DevlinkHandle Netdevsim = new("netdevsim", "netdevsim10");
    private static readonly DevlinkHandle Pf = new("pci", "0000:00:05.0");
    private static readonly DevlinkHandle Sf = new("auxiliary", "mlx5_core.sf.0");

    [Fact]
    public void Sets_a_flag_to_false_by_leaving_it_out() => Operate("param-set-flag", devlink =>
        devlink.SetParam(Netdevsim, "test1", DevlinkParamCmode.Driverinit, new DevlinkBoolean(false)));

    [Fact]
    public void Sets_a_number_in_the_width_of_its_type()
    {
        Operate("param-set-u32", devlink => devlink.SetParam(
            Netdevsim, "max_macs", DevlinkParamCmode.Driverinit, new DevlinkNumber(DevlinkParamType.U32, 16)));
        Operate("pf-param-set-u8", devlink => devlink.SetParam(
            Pf, "fw_load_policy", DevlinkParamCmode.Permanent, new DevlinkNumber(DevlinkParamType.U8, 1)));
    }

    [Fact]
    public void Sets_a_text() => Operate("pf-param-set-string", devlink =>
        devlink.SetParam(Pf, "flow_steering_mode", DevlinkParamCmode.Runtime, new DevlinkText("smfs")));

    [Fact]
    public void Sets_the_eswitch() => Operate("eswitch-set", devlink =>
        devlink.SetEswitch(Netdevsim, new DevlinkEswitchChange(DevlinkEswitchMode.Switchdev)));

    [Fact]
    public void Reloads_and_says_what_was_done()
    {
        Assert.Equal(DevlinkReloadActions.DriverReinit, Operate("reload", devlink => devlink.Reload(Netdevsim)));
        Assert.Equal(DevlinkReloadActions.DriverReinit, Operate("sf-reload", devlink => devlink.Reload(Sf)));
    }

    [Fact]
    public void Adds_a_subfunction_and_says_which_port_it_got()
    {
        var port = Operate("sf-add", devlink => devlink.AddPort(new DevlinkSubfunction(Pf, 0, 88)));

        Assert.Equal((Pf, 32768u), (port.Device, port.Index));
        Assert.Equal((0u, (ushort)0, 88u), (port.Controller!.Value, port.PfNumber!.Value, port.SfNumber!.Value));
        Assert.Equal(
            (DevlinkFunctionState.Inactive, DevlinkFunctionOpstate.Detached), (port.Function!.State, port.Function.Opstate));
    }

    [Fact]
    public void Sets_what_a_function_shall_be() => Operate("sf-function-set", devlink =>
        devlink.SetPortFunction(Pf, 32768, new DevlinkPortFunctionChange
        {
            HwAddr = HardwareAddress.Parse("00:00:00:00:88:88"),
            State = DevlinkFunctionState.Active,
        }));

    [Fact]
    public void Deletes_a_subfunction() => Operate("sf-del", devlink => devlink.DeletePort(Pf, 32768));
}
