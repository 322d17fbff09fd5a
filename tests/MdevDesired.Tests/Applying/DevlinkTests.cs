using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning;
using MdevDesired.Planning.Devlink;
using MdevDesired.Planning.Subfunctions;
using MdevDesired.Tests.Doubles;
using Xunit;
using static MdevDesired.Tests.Doubles.Scene;

namespace MdevDesired.Tests.Applying;

/// <summary>Subfunctions with their instances, made, kept and mended.</summary>
public class DevlinkTests
{
    [Fact]
    public void Makes_subfunctions_with_their_function_params_and_names()
    {
        var bench = new Bench(Switch());
        var report = bench.Apply(Switched(WholeSubfunction(88)));
        Assert.True(report.IsConverged);
        Assert.Equal(
            [
                "add-subfunction Done", "set-port-function Done", "rename-netdev Done", "activate Done", "set-param Done", "set-param Done",
                "reload Done", "set-port-type AlreadyDone", "rename-netdev Done",
            ],
            Steps(report));
        var made = Observed(bench, 88);
        Assert.Equal("rep88", made.Port.Netdev);
        Assert.Equal("sf88", Assert.Single(made.Devlink!.Ports).Netdev);
        Assert.Equal("hw_addr 00:00:00:00:00:58 roce disable max_io_eqs 16", Function(made));
        Assert.Equal("enable_rdma false, flow_steering_mode smfs", Params(made.Devlink, "enable_rdma", "flow_steering_mode"));
        Assert.Empty(bench.Ledger.Devlink);
    }

    [Fact]
    public void Does_nothing_the_second_time()
    {
        var bench = new Bench(Switch(DevlinkEswitchMode.Legacy));
        var desired = Desired(SwitchParent(DevlinkEswitchMode.Switchdev, ["enable_roce=false"], WholeSubfunction(88), Subfunction(89)));
        Assert.True(bench.Apply(desired).IsConverged);
        var plan = bench.Plan(desired);
        Assert.Empty(plan.Changes);
        Assert.Equal(2, plan.InSync);
    }

    [Fact]
    public void Reloads_a_new_instance_only_where_a_param_was_set_that_needs_it()
    {
        var bench = new Bench(Switch());
        var report = bench.Apply(Switched(Subfunction(88, "enable_rdma=true")));
        Assert.Equal(["add-subfunction Done", "activate Done", "set-param AlreadyDone", "reload AlreadyDone"], Steps(report));
    }

    [Fact]
    public void Leaves_a_subfunction_inactive_where_that_is_listed()
    {
        var bench = new Bench(Switch());
        Assert.True(bench.Apply(Switched(Subfunction(88) with { Function = new() { State = DevlinkFunctionState.Inactive } })).IsConverged);
        Assert.Equal(["pf0sf88 Inactive -"], bench.Devices());
        Assert.True(bench.Apply(Switched(Subfunction(88))).IsConverged);
        Assert.Equal(["pf0sf88 Active mlx5_core.sf"], bench.Devices());
    }

    [Fact]
    public void Removes_what_is_no_longer_listed()
    {
        var bench = new Bench(Switch());
        bench.Apply(Switched(WholeSubfunction(88), Subfunction(89)));
        var report = bench.Apply(Switched(Subfunction(89)));
        Assert.Equal(["deactivate Done", "remove-subfunction Done"], Steps(report));
        Assert.Equal(["pf0sf89 Active mlx5_core.sf"], bench.Devices());
        Assert.Equal([Sf(89)], bench.Ledger.Entries.Select(entry => entry.Id));
    }

    [Theory]
    [MemberData(nameof(Drifts))]
    public void Mends_what_somebody_changed(string what)
    {
        var bench = new Bench(Switch());
        var desired = Desired(SwitchParent(DevlinkEswitchMode.Switchdev, ["flow_steering_mode=dmfs"], WholeSubfunction(88)));
        Assert.True(bench.Apply(desired).IsConverged);
        foreach (var action in Drift(what))
        {
            bench.Host.Perform(action);
        }

        Assert.NotEmpty(bench.Plan(desired).Changes);
        Assert.True(bench.Apply(desired).IsConverged, what);
        Assert.Empty(bench.Plan(desired).Changes);
    }

    public static TheoryData<string> Drifts =>
        ["hw_addr", "roce", "max_io_eqs", "state", "driver", "driverinit param", "runtime param", "port type", "netdev", "representor", "removed", "parent's param"];

    [Theory]
    [InlineData("mlx5_core.sf_guest", "pf0sf88 Active mlx5_core.sf_guest")]
    [InlineData(null, "pf0sf88 Active -")]
    public void Gives_a_subfunction_the_listed_driver(string? driver, string device)
    {
        var bench = new Bench(Switch());
        var desired = Switched(Subfunction(88) with { Driver = driver is null ? DesiredDriver.None : DesiredDriver.Named(new(driver)) });
        Assert.True(bench.Apply(desired).IsConverged);
        Assert.Equal([device], bench.Devices());
        Assert.Empty(bench.Plan(desired).Changes);
    }

    [Theory]
    [InlineData("mlx5_core.sf", "pf0sf88 Active mlx5_core.sf")]
    [InlineData(null, "pf0sf88 Active -")]
    public void Takes_a_driver_away_that_makes_no_devlink_instance(string? driver, string device)
    {
        var bench = new Bench(Switch());
        Assert.True(bench.Apply(Switched(Subfunction(88) with { Driver = DesiredDriver.Named(new("mlx5_core.sf_guest")) })).IsConverged);
        Assert.True(bench.Apply(Switched(Subfunction(88) with { Driver = driver is null ? DesiredDriver.None : DesiredDriver.Named(new(driver)) })).IsConverged);
        Assert.Equal([device], bench.Devices());
    }

    [Fact]
    public void Sets_the_instance_of_a_mediated_device_too()
    {
        var bench = new Bench(Switch());
        var desired = Desired(Parent(Nic, Mdev(1, "mlx5_core-local", "mlx5_core") with
        {
            DevlinkParams = [DevlinkParam("enable_rdma=false")],
            Ports = [new(new(0, 0), DevlinkPortType.Eth, "web0")],
        }));
        Assert.True(bench.Apply(desired).IsConverged);
        var made = bench.Observed.SubDevices[0].Devlink!;
        Assert.Equal("enable_rdma false", Params(made, "enable_rdma"));
        Assert.Equal("web0", made.Ports[0].Netdev);
        Assert.Empty(bench.Plan(desired).Changes);
    }

    [Fact]
    public void A_reload_puts_nothing_back_that_is_listed()
    {
        var bench = new Bench(Switch());
        DesiredState With(string param) => Switched(
            Subfunction(88, param, "flow_steering_mode=smfs") with { Ports = [new(new(null, 0), DevlinkPortType.Ib, null)] });
        Assert.True(bench.Apply(With("enable_rdma=true")).IsConverged);
        var forgetful = new ForgetfulReload(bench.Host);
        bench.Operations = forgetful;
        Assert.True(bench.Apply(With("enable_rdma=false")).IsConverged);
        Assert.Equal(1, forgetful.Reloads);
        Assert.Empty(bench.Plan(With("enable_rdma=false")).Changes);
    }

    [Fact]
    public void Entries_that_turn_out_to_mean_the_same_thing_are_told_of_and_not_fought_over()
    {
        var bench = new Bench(Switch());
        var stated = DevlinkParam("enable_rdma=true") with { Cmode = DevlinkParamCmode.Driverinit };
        var desired = Switched(Subfunction(88) with
        {
            DevlinkParams = [DevlinkParam("enable_rdma=false"), stated],
            Ports = [new(new(null, 0), null, "web0"), new(new(0, 0), null, "web1")],
        });
        bench.Apply(desired);
        bench.Apply(desired);
        var plan = bench.Plan(desired);
        Assert.Empty(plan.Changes);
        Assert.Equal(
            ["sf-88: enable_rdma is listed twice as driverinit, as false and as true", "sf-88: port 0 is listed twice: an entry without an index means it too"],
            plan.Findings.Select(finding => finding.Diagnostic.Message));
    }

    private static PlanAction[] Drift(string what) => what switch
    {
        "hw_addr" => Inactive(new() { HwAddr = HardwareAddress.Parse("02:00:00:00:00:01") }),
        "roce" => Inactive(new() { Roce = true }),
        "max_io_eqs" => Inactive(new() { MaxIoEqs = 4 }),
        "state" => [new Deactivate { Parent = Nic, Id = Sf(88), Reason = "" }],
        "driver" => [new Unbind { Parent = Nic, Id = Sf(88), Driver = new("mlx5_core.sf"), Reason = "" }],
        "driverinit param" => [Set(Sf(88), "enable_rdma=true", DevlinkParamCmode.Driverinit)],
        "runtime param" => [Set(Sf(88), "flow_steering_mode=dmfs", DevlinkParamCmode.Runtime)],
        "port type" => [new SetPortType { Parent = Nic, Id = Sf(88), Port = new(0, 0), Index = 0, Type = DevlinkPortType.Ib, Reason = "" }],
        "netdev" => [new RenameNetdev { Parent = Nic, Id = Sf(88), Port = new(0, 0), Current = "sf88", Netdev = "other", Reason = "" }],
        "representor" => [new RenameNetdev { Parent = Nic, Id = Sf(88), Current = "rep88", Netdev = "other", Reason = "" }],
        "removed" => [new RemoveSubfunction { Parent = Nic, Id = Sf(88), Subfunction = Sf(88), Reason = "" }],
        _ => [Set(NicId, "flow_steering_mode=smfs", DevlinkParamCmode.Runtime)],
    };

    private static PlanAction[] Inactive(DevlinkPortFunctionChange change) =>
    [
        new Deactivate { Parent = Nic, Id = Sf(88), Reason = "" },
        new SetPortFunction { Parent = Nic, Id = Sf(88), Function = change, Reason = "" },
        new Activate { Parent = Nic, Id = Sf(88), Reason = "" },
    ];

    private static SetParam Set(DeviceId id, string text, DevlinkParamCmode cmode)
    {
        var param = DevlinkParam(text);
        DevlinkParamValue typed = param.Value.Form == DesiredParamForm.Boolean ? new DevlinkBoolean(param.Value.Text == "true") : new DevlinkText(param.Value.Text);
        return new() { Parent = Nic, Id = id, Name = param.Name, Value = param.Value, Cmode = cmode, Typed = typed, Reason = "" };
    }

    private static ObservedSubfunction Observed(Bench bench, int number) => (ObservedSubfunction)bench.Observed.SubDevices.Single(device => device.Id == Sf(number));

    private static string Function(ObservedSubfunction device) => new DevlinkPortFunctionChange
    {
        HwAddr = device.Port.Function!.HwAddr,
        Roce = device.Port.Function.Roce,
        MaxIoEqs = device.Port.Function.MaxIoEqs,
    }.ToString();

    private static string Params(ObservedDevlink instance, params string[] names) =>
        string.Join(", ", instance.Params.Where(param => names.Contains(param.Name)).Select(param => $"{param.Name} {param.Settings[0].Value}"));

    private static IEnumerable<string> Steps(ApplyReport report) =>
        Assert.Single(report.Outcomes).Actions.Select(outcome => $"{outcome.Action.Kind} {outcome.Status}");

    /// <summary>A host whose driver makes an instance anew with all its defaults but for driverinit params.</summary>
    private sealed class ForgetfulReload(IOperateHost host) : IOperateHost
    {
        public int Reloads { get; private set; }

        public void Perform(PlanAction action)
        {
            host.Perform(action);
            if (action is ReloadDevlink)
            {
                Reloads++;
                host.Perform(Set(action.Id, "flow_steering_mode=dmfs", DevlinkParamCmode.Runtime));
                host.Perform(new SetPortType { Parent = action.Parent, Id = action.Id, Port = new(0, 0), Index = 0, Type = DevlinkPortType.Eth, Reason = "" });
            }
        }
    }
}
