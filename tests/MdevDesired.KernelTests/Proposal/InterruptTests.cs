using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.DocumentText;

namespace MdevDesired.KernelTests.Proposal;

/// <summary>Runs that are interrupted by a signal, as Ctrl-C and a service manager send it.</summary>
[Collection(TroubleGroup.Name)]
public sealed class InterruptTests(ProposalMachine fixture) : ProposalTest(fixture)
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    [MachineTheory]
    [InlineData(Interrupt)]
    [InlineData(Terminate)]
    public async Task An_interrupted_run_finishes_what_it_began_and_the_next_one_does_the_rest(int signal)
    {
        var sixteen = Parent(Port0, [.. Enumerable.Range(0, 16).Select(i => Mdev($"dev-{i}", Uuid(i), Local))]);
        // More devices than are made at once, each slow enough that the signal comes before all are begun.
        await SetAsync("create_delay_ms", 1500);
        await Machine.PutFileAsync(DocumentPath, Document(sixteen));
        var running = Machine.Start($"exec mdev-desired apply -f {DocumentPath}");
        await Machine.OutputOfAsync("until [ -e /run/mdev-desired/ledger.json ]; do usleep 1000; done");
        running.Signal(signal);

        var result = await Machine.WaitForAsync(running);
        Assert.Equal(130, result.ExitCode);
        Assert.Contains("what was begun is finished", result.Stderr, StringComparison.Ordinal);
        Assert.Contains("interrupted", result.Stdout, StringComparison.Ordinal);
        var made = await CountAsync();
        Assert.InRange(made, 0, 15);

        await SetAsync("create_delay_ms", 0);
        Assert.Contains($"{16 - made} created; {made} w", await ApplyAsync(sixteen), StringComparison.Ordinal);
        await ApplyAsync(Parent(Port0));
        Assert.Equal(0, await CountAsync());
    }

    [MachineFact]
    public async Task A_second_signal_ends_the_run_at_once_and_the_next_one_waits_for_what_it_left()
    {
        var one = Parent(Port0, Mdev("slow", A, Local));
        await SetAsync("create_delay_ms", 4000);
        await Machine.PutFileAsync(DocumentPath, Document(one));
        var running = Machine.Start($"exec mdev-desired apply -f {DocumentPath} 2> /tmp/told");
        // Once its process runs, the creation is begun.
        await Machine.OutputOfAsync("until grep -q 'perform-action[s]' /proc/[0-9]*/cmdline 2> /dev/null; do usleep 1000; done");
        running.Signal(Interrupt);
        await Machine.OutputOfAsync("until grep -q 'a second interrupt ends the run at once' /tmp/told; do usleep 1000; done");
        running.Signal(Interrupt);

        var result = await Machine.WaitForAsync(running);
        Assert.Equal(128 + Interrupt, result.ExitCode);
        Assert.Equal("", result.Stdout);
        Assert.Equal("0", await Machine.OutputOfAsync("grep -c Unhandled /tmp/told || true"));
        await ApplyAsync(one);
        Assert.Equal(1, await CountAsync());
        await AssertNothingToDoAsync(one);
    }
}
