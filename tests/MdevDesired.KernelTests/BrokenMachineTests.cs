using MdevDesired.KernelTests.Machines;
using Xunit;

namespace MdevDesired.KernelTests;

public sealed class BrokenMachineTests
{
    [MachineFact]
    public async Task An_oops_ends_the_machine_and_shows_the_log()
    {
        await using var machine = await VirtualMachine.BootAsync(new MachineOptions());
        var ended = await Assert.ThrowsAsync<MachineEndedException>(() => machine.RunAsync("echo c > /proc/sysrq-trigger"));
        Assert.Contains("Kernel panic - not syncing: sysrq triggered crash", ended.Message, StringComparison.Ordinal);
        var complaint = Assert.Throws<KernelProblemException>(machine.ThrowOnKernelProblems);
        Assert.Contains("Kernel panic", complaint.Message, StringComparison.Ordinal);
    }

    [MachineFact]
    public async Task A_command_that_takes_too_long_breaks_the_machine_for_all_later_ones()
    {
        await using var machine = await VirtualMachine.BootAsync(new MachineOptions());
        var sleep = machine.RunAsync("echo started; sleep 1000", TimeSpan.FromSeconds(1));
        var ended = await Assert.ThrowsAsync<MachineEndedException>(() => sleep);
        Assert.StartsWith(
            "`echo started; sleep 1000` did not end within 00:00:01. started", ended.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<MachineEndedException>(() => machine.RunAsync("true"));
    }
}
