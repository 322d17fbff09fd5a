using MdevDesired.KernelTests.Machines;
using MdevDesired.KernelTests.Proposal;
using Xunit;
using static MdevDesired.KernelTests.DocumentText;

namespace MdevDesired.KernelTests.Safety;

/// <summary>
/// An apply of 64 devices is killed at fifty moments; one more apply converges each time, nothing is orphaned and the device of others
/// stays what it is. The moments come from a fixed seed and are told by how far the apply has come, not by a clock: that a machine is slow
/// or busy moves none of them.
/// </summary>
[Collection(SafetyGroup.Name)]
public sealed class KillTests(SafetyMachine fixture) : ProposalTest(fixture)
{
    private const int Kills = 50;
    private const int Devices = 64;

    // Eight devices are made at once: one more round of them is still to come.
    private const int LatestKill = Devices - 8;

    protected override TimeSpan Timeout => TimeSpan.FromMinutes(8);

    [MachineFact]
    public async Task Nothing_is_orphaned_and_nothing_foreign_is_lost_whenever_an_apply_is_killed()
    {
        await CreateByHandAsync(C, "0000:00:06.1", Local);
        var foreign = await InodeAsync(C);
        var listed = Enumerable.Range(0, 4).Select(lane => Parent(
            new[] { Port0, Port1, Port2, Port3 }[lane],
            [.. Enumerable.Range(lane * 16, 16).Select(number => Mdev($"dev-{number}", Uuid(number), Local, HostDriver, "max_rq=3"))]));
        var none = string.Concat(new[] { Port0, Port1, Port2, Port3 }.Select(port => Parent(port)));
        await Machine.PutFileAsync("/tmp/all.yaml", Document(string.Concat(listed)));
        await Machine.PutFileAsync("/tmp/none.yaml", Document(none));

        var random = new Random(20190308);
        var killed = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            killed += await KillAsync("/tmp/all.yaml", made: random.Next(0, LatestKill), microseconds: random.Next(0, 20_000));
            // Every other time the half of it is no longer wanted.
            await AssertConvergesAsync(kill % 2 == 0 ? "/tmp/all.yaml" : "/tmp/none.yaml", kill % 2 == 0 ? Devices : 0, foreign);
            await AssertConvergesAsync("/tmp/none.yaml", 0, foreign);
        }

        Assert.InRange(killed, Kills / 2, Kills);
    }

    // 1 when the apply was killed, 0 when it had ended before.
    private async Task<int> KillAsync(string document, int made, int microseconds)
    {
        await SetAsync("create_delay_ms", 20);
        var code = await Machine.OutputOfAsync(
            $$"""
            mdev-desired apply -f {{document}} > /dev/null 2>&1 & pid=$!
            while kill -0 $pid 2> /dev/null; do
              set -- /sys/bus/mdev/devices/*
              # The device of others is one of them.
              [ $# -le {{made}} ] || break
            done
            usleep {{microseconds}}
            kill -9 $pid 2> /dev/null; wait $pid; echo $?
            """,
            Timeout);
        await SetAsync("create_delay_ms", 0);
        return code == "137" ? 1 : 0;
    }

    private async Task AssertConvergesAsync(string document, int devices, string foreign)
    {
        var result = await Machine.RunAsync($"mdev-desired apply -f {document}", Timeout);
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(devices + 1, await CountAsync());
        Assert.Equal(foreign, await InodeAsync(C));
        Assert.Equal($"{devices}", await Machine.OutputOfAsync("grep -c '\"id\"' /run/mdev-desired/ledger.json || true"));
        Assert.Equal(0, (await Machine.RunAsync($"mdev-desired plan --exit-code -f {document}", Timeout)).ExitCode);
    }
}
