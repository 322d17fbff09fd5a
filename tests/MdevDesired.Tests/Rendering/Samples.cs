using MdevDesired.Applying;
using MdevDesired.Diagnostics;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Planning;
using MdevDesired.Reporting;
using MdevDesired.Tests.Doubles;

namespace MdevDesired.Tests.Rendering;

/// <summary>Values that show all that a renderer must render.</summary>
internal static class Samples
{
    public const string Hostile = "\u001b[2J\u009b1m\u202egpj\u0007";

    /// <summary>Every kind of change, a fallback, and every effect but a refusal.</summary>
    public static Plan Plan()
    {
        var bench = Bench();
        return bench.Plan(Wanted());
    }

    /// <summary>A run of <see cref="Plan"/> in which one device fails.</summary>
    public static ApplyReport Report()
    {
        var bench = Bench();
        bench.Fault = action => action is WriteAttribute ? Errno.EINVAL : null;
        return bench.Apply(Wanted());
    }

    /// <summary>The same, undone; two devices cannot be brought back.</summary>
    public static ApplyReport RolledBack()
    {
        var bench = new Bench(Start()) { Rollback = true };
        Begin(bench);
        var failed = false;
        bench.Fault = action =>
        {
            var isBroken = (failed && action is RemoveSubDevice) || action is WriteAttribute;
            failed |= isBroken;
            return isBroken ? Errno.EIO : null;
        };
        return bench.Apply(Wanted());
    }

    public static HostSnapshot Snapshot()
    {
        var bench = Bench();
        bench.Apply(Wanted());
        return bench.Host.Snapshot;
    }

    /// <summary>A host with devlink: settings that wait, subfunctions of this tool and of others, an instance of a mediated device.</summary>
    public static HostSnapshot Devlink()
    {
        var host = Scene.Switch();
        var bench = new Bench(host with { Observed = host.Observed with { SubDevices = [Scene.ExistingSubfunction(98)] } });
        bench.Apply(Scene.Desired(Scene.SwitchParent(
            null,
            ["enable_sriov=false"],
            Scene.WholeSubfunction(88),
            Scene.Subfunction(89) with { Function = new() { State = DevlinkFunctionState.Inactive } },
            Scene.Mdev(1, "mlx5_core-local", null, "max_rq=4"))));
        var ledger = bench.Ledger;
        return bench.Host.Snapshot with { Ledger = ledger with { Devlink = [.. ledger.Devlink, new(Scene.Sf(88)) { ReloadPending = true }] } };
    }

    /// <summary>Devices in every state, settings, and a device in use.</summary>
    public static HostStatus Status()
    {
        var host = Scene.Switch();
        var bench = new Bench(host with { Observed = host.Observed with { SubDevices = [Scene.Existing(1, Scene.Mtty, "mtty-1")] } });
        bench.Apply(Scene.Desired(Scene.Parent(
            Scene.Mtty, Scene.Mdev(2, "mtty-1"), Scene.Mdev(3, "mtty-1"), Scene.Mdev(4, "mtty-1"), Scene.Mdev(5, "mtty-1"), Scene.Mdev(6, "mtty-1"))));
        var desired = Scene.Desired(
            Scene.Parent(Scene.Mtty, Scene.Mdev(2, "mtty-1"), Scene.Mdev(3, "mtty-2"), Scene.Mdev(4, "mtty-2"), Scene.Mdev(5, "mtty-1"), Scene.Mdev(7, "mtty-1")),
            Scene.Parent(new(null, "mdpy"), Scene.Mdev(8, "mdpy-vga")),
            Scene.SwitchParent(DevlinkEswitchMode.Switchdev, ["enable_roce=false"], Scene.Subfunction(88)));
        var observed = bench.Observed with
        {
            Holders = [Holder(2), Holder(4)],
            Pending = [new(Scene.Id(5), "unbind", new(2207, 1))],
        };
        var assessment = new HostAssessment(bench.Ledger, observed, Planner.Plan(desired, observed, bench.Ledger, PlanOptions.Default));
        return HostStatus.Of(assessment, desired, PlanOptions.Default);
    }

    private static ProcessHolder Holder(int number) => new(Scene.Id(number), 810 + number, "qemu-system-x86", $"/dev/vfio/{number}");

    public static Diagnostic Diagnostic(string message = "parent mtty is absent", Severity severity = Severity.Error, string? hint = "load the driver") =>
        new(PlanningCodes.ParentAbsent, severity, new("rack 7.yaml", new(12, 9)), message, hint);

    private static Bench Bench()
    {
        var bench = new Bench(Start());
        Begin(bench);
        return bench;
    }

    private static HostSnapshot Start() => Scene.Host(
        mdevs:
        [
            Scene.Existing(2, Scene.Mtty, "mtty-1", "mtty"),
            Scene.Existing(3, Scene.Mtty, "mtty-2", "mtty"),
        ]);

    private static void Begin(Bench bench) => bench.Apply(Scene.Desired(
        Scene.Parent(Scene.Mtty, Scene.Mdev(4, "mtty-1"), Scene.Mdev(5, "mtty-1")),
        Scene.Parent(Scene.Nic, Scene.Mdev(6, "mlx5_core-local", null, "max_rq=4"))));

    // 1 is made, 2 adopted, 3 blocked, 4 replaced, 5 goes, 6 is changed, 7 is made with a param.
    private static DesiredState Wanted() => Scene.Desired(
        Scene.Parent(Scene.Mtty, Scene.Mdev(1, "mtty-2"), Scene.Mdev(2, "mtty-1"), Scene.Mdev(3, "mtty-1"), Scene.Mdev(4, "mtty-2")),
        Scene.Parent(
            Scene.Nic,
            Scene.Mdev(6, "mlx5_core-local", null, "max_rq=8"),
            Scene.Mdev(7, "mlx5_core-local", "mlx5_core", "num_ports=2")));
}
