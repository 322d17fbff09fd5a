using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using MdevDesired.Applying;
using MdevDesired.Linux;
using MdevDesired.Linux.Interop;
using MdevDesired.Linux.State;
using Xunit;

namespace MdevDesired.Tests.Linux.State;

[SupportedOSPlatform("linux")]
public sealed class HostLockTests : IDisposable
{
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(120);

    private readonly TemporaryFolder _folder = new();

    private HostRoot Root => new(_folder.Path);

    private string Path => _folder.Under("run/mdev-desired/lock");

    [Fact]
    public void The_holder_leaves_its_number_and_command()
    {
        using var held = HostLock.Acquire(Root, TimeSpan.Zero);

        Assert.Equal($"{Environment.ProcessId} {File.ReadAllText("/proc/self/comm")}", Text());
        Assert.Equal("600", Convert.ToString((int)File.GetUnixFileMode(Path), 8));
    }

    [Fact]
    public void The_second_is_told_who_has_it()
    {
        using var held = HostLock.Acquire(Root, TimeSpan.Zero);

        var refusal = Assert.Throws<HostLockedException>(() => HostLock.Acquire(Root, AMoment));

        Assert.Equal(Environment.ProcessId, refusal.Holder!.Pid);
        Assert.Equal(
            $"process {Environment.ProcessId} ({refusal.Holder.Command}) has the lock of this host, and did not give it back within 0.12 s",
            refusal.Message);
    }

    [Fact]
    public void Given_back_it_is_free_and_its_text_gone()
    {
        HostLock.Acquire(Root, TimeSpan.Zero).Dispose();

        Assert.Equal("", Text());
        HostLock.Acquire(Root, TimeSpan.Zero).Dispose();
    }

    [Fact]
    public async Task The_second_gets_it_as_soon_as_the_first_gives_it_back()
    {
        var held = HostLock.Acquire(Root, TimeSpan.Zero);
        var second = Task.Run(() => HostLock.Acquire(Root, TimeSpan.FromSeconds(30)));
        await Task.Delay(AMoment);
        Assert.False(second.IsCompleted);

        held.Dispose();

        (await second.WaitAsync(TimeSpan.FromSeconds(20))).Dispose();
    }

    [Fact]
    public void Another_process_that_has_it_is_named()
    {
        using var other = Hold("echo $$ sh");

        var refusal = Assert.Throws<HostLockedException>(() => HostLock.Acquire(Root, TimeSpan.Zero));

        Assert.Equal("sh", refusal.Holder!.Command);
    }

    [Theory]
    [InlineData("echo")]
    [InlineData("echo 4194999 sh")]
    [InlineData("echo $$ mdev-desired")]
    [InlineData("echo no number")]
    [InlineData("echo -1 sh")]
    public void A_holder_that_is_not_known_for_sure_is_not_named(string record)
    {
        using var other = Hold(record);

        var refusal = Assert.Throws<HostLockedException>(() => HostLock.Acquire(Root, TimeSpan.Zero));

        Assert.Null(refusal.Holder);
        Assert.StartsWith("another process has the lock", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_killed_process_leaves_no_lock()
    {
        Hold("echo $$ sh").Dispose();

        using var held = HostLock.Acquire(Root, TimeSpan.FromSeconds(20));

        Assert.StartsWith($"{Environment.ProcessId} ", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_wait_can_be_given_up()
    {
        using var held = HostLock.Acquire(Root, TimeSpan.Zero);
        using var interrupt = new CancellationTokenSource(AMoment);

        Assert.ThrowsAny<OperationCanceledException>(() => HostLock.Acquire(Root, TimeSpan.FromMinutes(5), interrupt.Token));
    }

    [Fact]
    public void A_link_in_its_place_is_refused()
    {
        Directory.CreateDirectory(_folder.Under("run/mdev-desired"));
        File.CreateSymbolicLink(Path, _folder.Under("elsewhere"));

        Assert.Equal(Errno.ELOOP, Assert.Throws<KernelException>(() => HostLock.Acquire(Root, TimeSpan.Zero)).Errno);
        Assert.False(File.Exists(_folder.Under("elsewhere")));
    }

    public void Dispose() => _folder.Dispose();

    // .NET's own way to open a file takes a shared lock on it.
    private string Text()
    {
        using var folder = Folder.Open(_folder.Under("run/mdev-desired"))!;
        using var file = folder.OpenFile("lock", OpenFlags.Read, Resolve.NoLinks, out _)!;
        return Encoding.UTF8.GetString(WholeFile.Read(file, Path));
    }

    private OtherProcess Hold(string record)
    {
        Directory.CreateDirectory(_folder.Under("run/mdev-desired"));
        return new OtherProcess("flock", Path, "sh", "-c", $"{record} > '{Path}'; echo held; read forever");
    }

    private sealed class OtherProcess : IDisposable
    {
        private readonly Process _process;

        public OtherProcess(string command, params string[] arguments)
        {
            var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardInput = true };
            _process = Process.Start(start)!;
            Assert.Equal("held", _process.StandardOutput.ReadLine());
        }

        public void Dispose()
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
            _process.Dispose();
        }
    }
}
