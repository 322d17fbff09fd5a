using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.Devlink.DevlinkText;

namespace MdevDesired.KernelTests.Devlink;

/// <summary>What happens in the midst of a run: it is killed, others remove what it works on, a driver goes or never comes.</summary>
[Collection(SubfunctionGroup.Name)]
public sealed class MidstTests(SubfunctionMachine fixture) : SubfunctionTest(fixture)
{
    private static readonly string Twelve = Parent(Pf0, Switchdev, [.. Enumerable.Range(1, 12).Select(number => Subfunction(
        $"sf-{number}",
        number,
        $$"""function: { hwAddr: "02:00:00:00:00:{{number:x2}}" }, representor: { netdev: rep{{number}} }""",
        $$"""devlink: { {{Params("enable_rdma=false")}} }, ports: [{ netdev: web{{number}} }]"""))]);

    [MachineFact]
    public async Task A_run_that_is_killed_at_any_moment_is_finished_by_the_next()
    {
        await SetAsync("activate_delay_ms", 60);
        await SetAsync("attach_delay_ms", 60);
        foreach (var moment in new[] { "0.1", "0.3", "0.6", "1.1" })
        {
            await Machine.OutputOfAsync($"rm -rf /run/mdev-desired; devlink dev eswitch set {Pf0} mode legacy");
            await StartAsync(Twelve, $"sleep {moment}; kill -9 $apply");
            await ApplyAsync(Twelve);
            await AssertNothingToDoAsync(Twelve);
            Assert.Equal("12", await Machine.OutputOfAsync("ls -d /sys/class/net/web* | wc -l"));
            await StartAsync(Parent(Pf0, Switchdev), $"sleep {moment}; kill -9 $apply");
            await ApplyAsync(Parent(Pf0, Switchdev));
            Assert.Equal(0, await CountSubfunctionsAsync());
        }
    }

    [MachineFact]
    public async Task Subfunctions_that_others_remove_meanwhile_are_removed_all_the_same()
    {
        await ApplyAsync(Twelve);
        await SetAsync("remove_delay_ms", 100);
        var output = await StartAsync(
            Parent(Pf0, Switchdev), "for port in $(devlink port show | grep pcisf | sed 's/: .*//' | sort -r); do devlink port del $port; done 2>/dev/null");
        Assert.Contains("exit 0", output, StringComparison.Ordinal);
        Assert.Equal(0, await CountSubfunctionsAsync());
    }

    [MachineFact]
    public async Task Subfunctions_that_others_remove_while_they_are_made_fail_alone()
    {
        await SetAsync("activate_delay_ms", 200);
        var output = await StartAsync(
            Twelve, $"until devlink port show | grep -q 'sfnum 3 '; do usleep 1000; done; devlink port del $(devlink port show | grep ' sfnum 3 ' | cut -d: -f1-3)");
        AssertNoStackTrace(output);
        await SetAsync("activate_delay_ms", 0);
        await ApplyAsync(Twelve);
        await AssertNothingToDoAsync(Twelve);
    }

    [MachineFact]
    public async Task A_parent_whose_driver_goes_meanwhile_is_told_of_and_comes_back()
    {
        await SetAsync("activate_delay_ms", 100);
        var output = await StartAsync(Twelve, "sleep 0.4; echo 0000:00:05.0 > /sys/bus/pci/drivers/mlx5_core/unbind");
        AssertNoStackTrace(output);
        Assert.Contains("exit 4", output, StringComparison.Ordinal);
        await SetAsync("activate_delay_ms", 0);
        await Machine.OutputOfAsync("echo 0000:00:05.0 > /sys/bus/pci/drivers/mlx5_core/bind");
        await ApplyAsync(Twelve);
        await AssertNothingToDoAsync(Twelve);
    }

    [MachineFact]
    public async Task A_function_that_no_driver_takes_up_is_given_up_after_a_while_and_removed()
    {
        await SetAsync("attach_delay_ms", 40_000);
        var report = await ReportAsync(Parent(Pf0, Switchdev, Subfunction("late", 1)));
        var late = Assert.Single(report.Failed);
        Assert.Contains("activate refused ETIMEDOUT", late.Actions);
        Assert.Contains("no driver took the function up", late.Failure, StringComparison.Ordinal);
        Assert.Equal("the half-made device was removed again", late.CleanUp);
        Assert.Equal(0, await CountSubfunctionsAsync());
    }

    [MachineFact]
    public async Task A_name_that_another_interface_has()
    {
        await ApplyAsync(Parent(Pf0, Switchdev, Named("a", 1, "web-a"), Named("b", 2, "web-b")));
        var exchanged = await ReportAsync(Parent(Pf0, Switchdev, Named("a", 1, "web-b"), Named("b", 2, "web-a")));
        Assert.Equal(2, exchanged.Failed.Count);
        Assert.All(exchanged.Failed, device => Assert.Contains("rename-netdev refused EEXIST", device.Actions));
        Assert.All(exchanged.Failed, device => Assert.Contains("to exchange two names", device.Hint, StringComparison.Ordinal));
        Assert.Equal(2, await CountSubfunctionsAsync());

        await ApplyAsync(Parent(Pf0, Switchdev, Named("a", 1, "third"), Named("b", 2, "web-b")));
        await ApplyAsync(Parent(Pf0, Switchdev, Named("a", 1, "third"), Named("b", 2, "web-a")));
        await ApplyAsync(Parent(Pf0, Switchdev, Named("a", 1, "web-b"), Named("b", 2, "web-a")));
    }

    private static string Named(string name, int sfnum, string netdev) => Subfunction(name, sfnum, others: $$"""ports: [{ netdev: {{netdev}} }]""");

    private static void AssertNoStackTrace(string output)
    {
        Assert.DoesNotContain("Exception", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    /// <summary>Applies, does something meanwhile, and gives all that apply wrote, and its exit code.</summary>
    private async Task<string> StartAsync(string parents, string meanwhile)
    {
        await Machine.PutFileAsync(DocumentPath, DocumentText.Document(parents));
        return await Machine.OutputOfAsync(
            $"""
            mdev-desired apply -f {DocumentPath} >/tmp/apply.txt 2>&1 &
            apply=$!
            {meanwhile}
            wait $apply
            echo "exit $?" >> /tmp/apply.txt
            cat /tmp/apply.txt
            """,
            Timeout);
    }
}
