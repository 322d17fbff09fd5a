using System.Globalization;

namespace MdevDesired.KernelTests.Devlink;

/// <summary>Base of the tests on mdevsim's subfunctions; each begins with drivers as they were when they were loaded.</summary>
public abstract class SubfunctionTest(SubfunctionMachine fixture) : MdevTest(fixture)
{
    protected const string Pf0 = "pci/0000:00:05.0";
    protected const string Pf1 = "pci/0000:00:05.1";
    protected const string Pf2 = "pci/0000:00:06.0";
    protected const string Pf3 = "pci/0000:00:06.1";

    protected static IReadOnlyList<string> Pfs { get; } = [Pf0, Pf1, Pf2, Pf3];

    protected override TimeSpan Timeout => TimeSpan.FromSeconds(180);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Machine.OutputOfAsync(
            """
            /usr/sbin/ip netns del other 2>/dev/null
            cd /sys/module/mdevsim/parameters
            for switch in fail_*_nth *_delay_ms eswitch_busy; do echo 0 > $switch; done
            echo now > permanent
            for device in 0000:00:05.0 0000:00:05.1 0000:00:06.0 0000:00:06.1; do
              echo $device > /sys/bus/pci/drivers/mlx5_core/unbind
              echo $device > /sys/bus/pci/drivers/mlx5_core/bind
            done
            """,
            Timeout);
    }

    /// <summary>Sets one of mdevsim's parameters; its README lists them.</summary>
    protected Task SetAsync(string parameter, object value) =>
        Machine.OutputOfAsync($"echo {value} > /sys/module/mdevsim/parameters/{parameter}");

    /// <summary>The subfunctions of a parent, one in a line, by number: number, address, state, opstate.</summary>
    protected Task<string> SubfunctionsAsync(string parent) => Machine.OutputOfAsync(
        $$"""
        devlink port show | awk -v parent="{{parent}}/" '
          index($0, parent) == 1 && /flavour pcisf/ { match($0, /sfnum [0-9]+/); number = substr($0, RSTART + 6, RLENGTH - 6) }
          /hw_addr/ && number != "" { print number, $2, $4, $6; number = "" }' | sort -n
        """);

    protected async Task<int> CountSubfunctionsAsync() => int.Parse(
        await Machine.OutputOfAsync("devlink port show | grep -c 'flavour pcisf' || true"), CultureInfo.InvariantCulture);

    /// <summary>The devlink handle of the local subfunction of that number.</summary>
    protected Task<string> HandleAsync(int sfnum) => Machine.OutputOfAsync(
        $"cd /sys/bus/auxiliary/devices; echo auxiliary/$(dirname $(grep -lx {sfnum} */sfnum))");

    /// <summary>The devlink handle of the port of the subfunction of that number.</summary>
    protected Task<string> PortAsync(string parent, int sfnum) => Machine.OutputOfAsync(
        $"devlink port show | grep '^{parent}/.* sfnum {sfnum} ' | cut -d' ' -f1 | sed 's/:$//'");

    /// <summary>The value of a param.</summary>
    protected Task<string> ParamAsync(string handle, string name) => Machine.OutputOfAsync(
        $"devlink dev param show {handle} name {name} | sed -n 's/.* value //p'");

    protected async Task<string> EswitchAsync(string parent) =>
        (await Machine.OutputOfAsync($"devlink dev eswitch show {parent}")).Split(' ')[2];

    /// <summary>Runs a command after which the document does not hold any more, then demands that plan shows it and apply mends it.</summary>
    /// <param name="parents">The document's parents, applied before.</param>
    /// <param name="command">What is done by hand.</param>
    /// <param name="shown">What the plan says of it.</param>
    protected async Task DriftAsync(string parents, string command, params string[] shown)
    {
        await Machine.OutputOfAsync(command);
        var plan = await PlanAsync(parents);
        foreach (var words in shown)
        {
            Xunit.Assert.Contains(words, plan, StringComparison.Ordinal);
        }

        await ApplyAsync(parents);
        await AssertNothingToDoAsync(parents);
    }
}
