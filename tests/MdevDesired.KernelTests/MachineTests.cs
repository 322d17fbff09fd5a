using System.Security.Cryptography;
using MdevDesired.KernelTests.Machines;
using Xunit;

namespace MdevDesired.KernelTests;

public sealed class MachineTests(SampleDriverMachine fixture) : MachineTest<SampleDriverMachine>(fixture)
{
    [MachineFact]
    public async Task Keeps_output_errors_and_exit_code_apart()
    {
        var result = await Machine.RunAsync("echo out\necho err >&2\nexit 7");
        Assert.Equal(new CommandResult("out\n", "err\n", 7), result);
    }

    [MachineFact]
    public async Task Is_a_root_shell_on_a_host_of_a_fixed_name() =>
        Assert.Equal("root node-7", await Machine.OutputOfAsync("echo $(whoami) $(hostname)"));

    [MachineFact]
    public async Task Reports_a_signal_as_the_shell_does()
    {
        var sleep = Machine.Start("exec sleep 1000");
        sleep.Signal(15);
        Assert.Equal(128 + 15, (await Machine.WaitForAsync(sleep)).ExitCode);
    }

    [MachineFact]
    public async Task Does_not_wait_for_what_a_command_leaves_in_the_background()
    {
        await Machine.OutputOfAsync("(while [ ! -e /tmp/end ]; do echo alive; usleep 1000; done; touch /tmp/ended) &");
        await Machine.OutputOfAsync("touch /tmp/end; until [ -e /tmp/ended ]; do usleep 1000; done");
    }

    [MachineFact]
    public async Task Runs_commands_side_by_side_and_shows_their_output_meanwhile()
    {
        var waiting = Machine.Start("echo waiting; until [ -e /tmp/go ]; do usleep 1000; done; echo gone");
        await Machine.WaitForOutputAsync(waiting, "waiting\n");
        Assert.False(waiting.HasEnded);
        await Machine.OutputOfAsync("touch /tmp/go");
        Assert.Equal("waiting\ngone\n", (await Machine.WaitForAsync(waiting)).Stdout);
    }

    [MachineFact]
    public async Task Carries_output_larger_than_any_buffer()
    {
        var result = await Machine.RunAsync("seq 1 200000; seq 1 200000 >&2");
        var expected = string.Concat(Enumerable.Range(1, 200_000).Select(number => $"{number}\n"));
        Assert.Equal(new CommandResult(expected, expected, 0), result);
    }

    [MachineFact]
    public async Task Puts_a_large_file_and_gets_it_back_byte_for_byte()
    {
        var contents = new byte[10 << 20];
        new Random(1).NextBytes(contents);
        await Machine.PutFileAsync("/tmp/a folder/it's binary", contents, executable: true);
        Assert.Equal(contents, await Machine.GetFileAsync("/tmp/a folder/it's binary"));
        var sum = await Machine.OutputOfAsync("cd '/tmp/a folder'; sha256sum < \"it's binary\"; stat -c %a *");
        Assert.Equal($"{Convert.ToHexStringLower(SHA256.HashData(contents))}  -\n755", sum);
    }

    [MachineFact]
    public async Task Says_why_a_file_cannot_be_written_or_read()
    {
        var writing = await Assert.ThrowsAsync<IOException>(() => Machine.PutFileAsync("/proc/none", "text"));
        Assert.Contains("/proc/none: No such file or directory", writing.Message, StringComparison.Ordinal);
        var reading = await Assert.ThrowsAsync<IOException>(() => Machine.GetFileAsync("/proc/none"));
        Assert.Contains("No such file or directory", reading.Message, StringComparison.Ordinal);
    }

    [MachineFact]
    public async Task Runs_the_published_program()
    {
        var result = await Machine.RunAsync("/usr/bin/mdev-desired version");
        Assert.Equal((0, ""), (result.ExitCode, result.Stderr));
    }
}
