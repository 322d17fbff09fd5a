using MdevDesired.KernelTests.Machines;
using MdevDesired.KernelTests.Proposal;
using Xunit;
using static MdevDesired.KernelTests.DocumentText;

namespace MdevDesired.KernelTests.Safety;

/// <summary>A full /run: nothing is made that could not be remembered, and nothing remembered is lost.</summary>
[Collection(SafetyGroup.Name)]
public sealed class FullDiskTests(SafetyMachine fixture) : ProposalTest(fixture)
{
    public override async Task DisposeAsync()
    {
        await Machine.RunAsync("umount /run/mdev-desired");
        await base.DisposeAsync();
    }

    [MachineFact]
    public async Task Nothing_is_made_while_it_cannot_be_remembered()
    {
        await Machine.OutputOfAsync("mkdir -p /run/mdev-desired; chmod 755 /run/mdev-desired; mount -t tmpfs -o size=16k,mode=755 none /run/mdev-desired");
        await ApplyAsync(Parent(Port0, Mdev("a", A, Local)));
        await Machine.RunAsync("dd if=/dev/zero of=/run/mdev-desired/full bs=1k 2> /dev/null");
        var ledger = await Machine.OutputOfAsync("cat /run/mdev-desired/ledger.json");

        var both = Parent(Port0, Mdev("a", A, Local), Mdev("b", B, Local));
        var result = await RunOnAsync(both, "apply");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("nothing was changed, because the ledger could not be written", Unwrapped(result), StringComparison.Ordinal);
        Assert.Contains("ENOSPC", Unwrapped(result), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync());
        Assert.Equal(ledger, await Machine.OutputOfAsync("cat /run/mdev-desired/ledger.json"));

        await Machine.OutputOfAsync("rm /run/mdev-desired/full");
        await ApplyAsync(both);
        await ApplyAsync(Parent(Port0));
        Assert.Equal(0, await CountAsync());
    }

    [MachineFact]
    public async Task What_was_made_stays_known_when_it_fills_up_in_the_midst()
    {
        await Machine.OutputOfAsync("mkdir -p /run/mdev-desired; mount -t tmpfs -o size=16k,mode=755 none /run/mdev-desired");
        await SetAsync("create_delay_ms", 1500);
        // More than are made at once.
        var twelve = Parent(Port0, [.. Enumerable.Range(0, 12).Select(number => Mdev($"dev-{number}", Uuid(number), Local))]);
        await Machine.PutFileAsync(DocumentPath, Document(twelve));
        var running = Machine.Start($"exec mdev-desired apply -f {DocumentPath}");
        await Machine.OutputOfAsync("until ls /sys/bus/mdev/devices | grep -q .; do usleep 1000; done; dd if=/dev/zero of=/run/mdev-desired/full bs=1k 2> /dev/null || true");

        var result = await Machine.WaitForAsync(running);
        Assert.Contains("the ledger could not be brought up to date", Unwrapped(result), StringComparison.Ordinal);
        Assert.Equal(12, await CountAsync());

        // What stands in the ledger are the intents: they own what was made for them.
        await Machine.OutputOfAsync("rm /run/mdev-desired/full");
        await SetAsync("create_delay_ms", 0);
        await ApplyAsync(Parent(Port0));
        Assert.Equal(0, await CountAsync());
    }
}
