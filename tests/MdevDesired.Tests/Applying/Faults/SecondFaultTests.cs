using MdevDesired.Applying;
using Xunit;
using Xunit.Abstractions;

namespace MdevDesired.Tests.Applying.Faults;

/// <summary>A rollback that is refused or killed itself: one more apply converges all the same.</summary>
public class SecondFaultTests(ITestOutputHelper output)
{
    public static TheoryData<string> Scenarios => Scenario.Names;

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Converges_after_the_rollback_was_refused(string name)
    {
        var runs = 0;
        var scenario = Scenario.Named(name);
        for (var action = 0; action < scenario.Count(); action++)
        {
            for (var second = 1; second < 12; second++)
            {
                foreach (var errno in Errors.Telling)
                {
                    var bench = scenario.Prepare(rollback: true);
                    var seen = -1;
                    bench.Fault = _ => ++seen == action ? Errno.EIO : seen == action + second ? errno : null;
                    bench.Apply(scenario.After);
                    var isOver = seen < action + second;
                    runs++;
                    scenario.AssertConverges(bench, $"{name}: action {action} refused, and {second} later {errno}");
                    if (isOver)
                    {
                        second = int.MaxValue - 1;
                        break;
                    }
                }
            }
        }

        output.WriteLine($"{runs} runs");
        Assert.True(runs >= scenario.Count());
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Converges_after_a_kill_in_the_midst_of_a_rollback(string name)
    {
        var runs = 0;
        var scenario = Scenario.Named(name);
        for (var action = 0; action < scenario.Count(); action++)
        {
            for (var last = action; ; last++)
            {
                var before = Killed(scenario, name, action, last, performed: false);
                var after = Killed(scenario, name, action, last, performed: true);
                runs += 2;
                if (!before && !after)
                {
                    break;
                }
            }
        }

        output.WriteLine($"{runs} runs");
        Assert.True(runs >= 2 * scenario.Count());
    }

    // False when the run was over before.
    private static bool Killed(Scenario scenario, string name, int action, int last, bool performed)
    {
        var bench = scenario.Prepare(rollback: true);
        var seen = 0;
        bench.Fault = _ => seen++ == action ? Errno.EIO : null;
        var isKilled = MortalProcess.TryKill(bench, last, performed, scenario.After);
        scenario.AssertConverges(bench, $"{name}: action {action} refused, killed {(performed ? "after" : "before")} action {last}");
        return isKilled;
    }
}
