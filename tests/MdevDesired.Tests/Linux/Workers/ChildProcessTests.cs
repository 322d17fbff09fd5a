using System.Globalization;
using System.Text;
using MdevDesired.Applying;
using MdevDesired.Linux.Interop;
using MdevDesired.Linux.Processes;
using Xunit;

namespace MdevDesired.Tests.Linux.Workers;

public sealed class ChildProcessTests
{
    [Fact]
    public void Speaks_through_its_pipes_and_ends_with_them()
    {
        using var child = ChildProcess.Start("/bin/cat");
        child.ToInput.Write("hello\n"u8);
        child.ToInput.Dispose();
        Assert.Equal("hello\n", new StreamReader(child.FromOutput).ReadToEnd());
        child.Reap();
    }

    [Fact]
    public void Is_deaf_to_interrupts_and_has_a_group_and_an_environment_of_its_own()
    {
        using var child = ChildProcess.Start("/bin/cat");
        var blocked = File.ReadLines($"/proc/{child.Pid}/status").Single(line => line.StartsWith("SigBlk:", StringComparison.Ordinal)).Split('\t')[1];
        // Bits are signals less one: 1 SIGHUP, 2 SIGINT, 15 SIGTERM.
        Assert.Equal(0x4003ul, ulong.Parse(blocked, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        Assert.Equal($"{child.Pid}", File.ReadAllText($"/proc/{child.Pid}/stat").Split(") ")[1].Split(' ')[2]);
        Assert.Equal("", Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{child.Pid}/environ")));
        child.ToInput.Dispose();
        child.Reap();
    }

    [Fact]
    public void A_program_that_is_not_there_is_told() =>
        Assert.Equal(Errno.ENOENT, Assert.Throws<KernelException>(() => ChildProcess.Start("/nonexistent/program")).Errno);

    [Fact]
    public void A_process_is_known_by_its_number_and_its_start()
    {
        using var child = ChildProcess.Start("/bin/cat");
        var identity = ProcessTimes.IdentityOf(child.Pid);
        Assert.True(ProcessTimes.Runs(identity));
        Assert.False(ProcessTimes.Runs(identity with { Started = identity.Started + 1 }));
        child.ToInput.Dispose();
        child.Reap();
        Assert.False(ProcessTimes.Runs(identity));
        Assert.False(ProcessTimes.Runs(ProcessTimes.IdentityOf(child.Pid)));
    }
}
