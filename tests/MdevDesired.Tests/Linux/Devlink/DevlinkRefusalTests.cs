using MdevDesired.Applying;
using MdevDesired.Linux.Devlink;
using MdevDesired.Model.Devlink;
using Xunit;
using static MdevDesired.Tests.Linux.Devlink.DevlinkTranscripts;

namespace MdevDesired.Tests.Linux.Devlink;

/// <summary>What real kernels refused: the errno, their own words, and the command line that a user could have typed.</summary>
public sealed class DevlinkRefusalTests
{
    private static readonly DevlinkHandle Netdevsim = new("netdevsim", "netdevsim10");
    private static readonly DevlinkHandle Pf = new("pci", "0000:00:05.0");
    private static readonly DevlinkNumber Sixteen = new(DevlinkParamType.U32, 16);

    [Fact]
    public void A_param_that_the_driver_does_not_have() => Refused(
        "param-set-unknown",
        devlink => devlink.SetParam(Netdevsim, "nosuch", DevlinkParamCmode.Driverinit, Sixteen),
        "devlink dev param set netdevsim/netdevsim10 name nosuch value 16 cmode driverinit: EINVAL");

    [Fact]
    public void A_value_that_the_driver_does_not_take() => Refused(
        "pf-param-set-refused",
        devlink => devlink.SetParam(Pf, "flow_steering_mode", DevlinkParamCmode.Runtime, new DevlinkText("nosuch")),
        "devlink dev param set pci/0000:00:05.0 name flow_steering_mode value nosuch cmode runtime: EINVAL"
        + " (mdevsim: Flow steering is done by dmfs or smfs)");

    [Fact]
    public void A_device_that_is_not_there() => Refused(
        "dev-absent",
        devlink => devlink.SetParam(
            new DevlinkHandle("netdevsim", "nope"), "max_macs", DevlinkParamCmode.Driverinit, Sixteen),
        "devlink dev param set netdevsim/nope name max_macs value 16 cmode driverinit: ENODEV");

    [Fact]
    public void A_reload_that_fails() => Refused(
        "reload-failed",
        devlink => devlink.Reload(Netdevsim),
        "devlink dev reload netdevsim/netdevsim10 action driver_reinit: EINVAL"
        + " (netdevsim: User setup the reload to fail for testing purposes)");

    [Fact]
    public void A_reload_of_a_parent_that_has_subfunctions() => Refused(
        "pf-reload-refused",
        devlink => devlink.Reload(Pf),
        "devlink dev reload pci/0000:00:05.0 action driver_reinit: EOPNOTSUPP"
        + " (mdevsim: No reload while there are subfunctions)");

    [Fact]
    public void A_subfunction_of_a_driver_without_any() => Refused(
        "port-add-unsupported",
        devlink => devlink.AddPort(new DevlinkSubfunction(Netdevsim, 0, 88)),
        "devlink port add netdevsim/netdevsim10 flavour pcisf pfnum 0 sfnum 88: EOPNOTSUPP");

    [Fact]
    public void A_subfunction_outside_of_switchdev_mode() => Refused(
        "sf-add-legacy",
        devlink => devlink.AddPort(new DevlinkSubfunction(Pf, 0, 88)),
        "devlink port add pci/0000:00:05.0 flavour pcisf pfnum 0 sfnum 88: EOPNOTSUPP"
        + " (mdevsim: Subfunctions need the eswitch in switchdev mode)");

    [Fact]
    public void A_subfunction_of_a_foreign_controller() => Refused(
        "sf-add-controller",
        devlink => devlink.AddPort(new DevlinkSubfunction(Pf, 0, 88, 3)),
        "devlink port add pci/0000:00:05.0 flavour pcisf pfnum 0 sfnum 88 controller 3: EOPNOTSUPP"
        + " (mdevsim: There is no external controller)");

    [Fact]
    public void A_subfunction_that_exists() => Refused(
        "sf-add-duplicate",
        devlink => devlink.AddPort(new DevlinkSubfunction(Pf, 0, 88)),
        "devlink port add pci/0000:00:05.0 flavour pcisf pfnum 0 sfnum 88: EEXIST (mdevsim: This sfnum is in use)");

    [Fact]
    public void A_port_that_is_gone() => Refused(
        "sf-del-absent",
        devlink => devlink.DeletePort(Pf, 32768),
        "devlink port del pci/0000:00:05.0/32768: ENODEV (mdevsim: No subfunction has this port)");

    [Fact]
    public void A_type_that_a_port_cannot_have() => Refused(
        "port-type-unsupported",
        devlink => devlink.SetPortType(Netdevsim, 0, DevlinkPortType.Ib),
        "devlink port set netdevsim/netdevsim10/0 type ib: EOPNOTSUPP");

    [Fact]
    public void Capabilities_of_which_an_old_kernel_knows_nothing() => Refused(
        "port-function-caps-refused",
        devlink => devlink.SetPortFunction(Netdevsim, 0, new DevlinkPortFunctionChange { Roce = false }),
        "devlink port function set netdevsim/netdevsim10/0 roce disable: EINVAL"
        + " (leftover: Fail to parse port function attributes)");

    private static void Refused(string transcript, Action<DevlinkOperator> change, string message) =>
        Assert.Equal(message, Assert.Throws<KernelException>(() => Operate(transcript, change)).Message);
}
