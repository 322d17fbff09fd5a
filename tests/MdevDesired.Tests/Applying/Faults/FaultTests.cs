using MdevDesired.Model;
using MdevDesired.Tests.Doubles;
using Xunit;
using static MdevDesired.Tests.Doubles.Scene;

namespace MdevDesired.Tests.Applying.Faults;

/// <summary>
/// Every action of every scenario is refused once with every errno, and the run is killed before and after every action; one
/// more apply must then converge, own exactly what is listed, and have touched no foreign device.
/// </summary>
public class FaultTests
{
    private const int ActionsAtLeast = 86;

    public static TheoryData<string> Scenarios => Scenario.Names;

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Converges_after_any_action_was_refused_with_any_error(string name) =>
        Assert.True(Runs(Scenario.Named(name), name, keepFailed: false) >= Errors.All.Length);

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Converges_when_what_failed_is_kept(string name) =>
        Assert.True(Runs(Scenario.Named(name), name, keepFailed: true) >= Errors.All.Length);

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Converges_after_a_kill_before_or_after_any_action(string name)
    {
        var scenario = Scenario.Named(name);
        for (var action = 0; action < scenario.Count(); action++)
        {
            foreach (var performed in new[] { false, true })
            {
                var bench = scenario.Prepare();
                MortalProcess.Kill(bench, action, performed, scenario.After);
                scenario.AssertConverges(bench, $"{name}: killed {(performed ? "after" : "before")} action {action}");
            }
        }
    }

    // The ledger lags in large runs: every place of a kill within a run of 200 devices is tried at a stride.
    [Fact]
    public void Converges_after_a_kill_in_a_large_run()
    {
        var desired = Desired(Parent(Mtty, [.. Enumerable.Range(1, 200).Select(number => Mdev(number, "mtty-1"))]));
        for (var action = 0; action < 200; action += 7)
        {
            var bench = new Bench(Large());
            MortalProcess.Kill(bench, action, performed: true, desired);
            bench.Operations = null;
            bench.Store = null;
            Assert.True(bench.Apply(desired).IsConverged);
            bench.Apply(Desired(Parent(Mtty)));
            Assert.Equal(["999 mtty mtty-1 mtty"], bench.Devices());
        }
    }

    // Each is refused with 16 errors, with and without --keep-failed and --rollback, and killed on both sides.
    [Fact]
    public void No_scenario_has_shrunk() => Assert.InRange(Scenario.All.Sum(scenario => scenario.Count()), ActionsAtLeast, int.MaxValue);

    private static int Runs(Scenario scenario, string name, bool keepFailed)
    {
        var runs = 0;
        for (var action = 0; action < scenario.Count(); action++)
        {
            foreach (var errno in Errors.All)
            {
                var bench = scenario.Prepare(keepFailed: keepFailed);
                var seen = 0;
                bench.Fault = _ => seen++ == action ? errno : null;
                bench.Apply(scenario.After);
                scenario.AssertConverges(bench, $"{name}: action {action} refused with {errno}");
                runs++;
            }
        }

        return runs;
    }

    private static HostSnapshot Large()
    {
        var host = Host(mdevs: Existing(0x999, Mtty, "mtty-1", "mtty"));
        return host with { Rules = new([host.Rules.Parents[0] with { Pool = new(500, []) }]) };
    }
}
