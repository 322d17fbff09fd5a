using MdevDesired.Cli;
using MdevDesired.Linux.State;
using Snapshooter.Xunit;
using Xunit;

namespace MdevDesired.Tests.Cli;

public sealed class WatchVerbTests : IDisposable
{
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Shows_its_options()
    {
        _session.Run("watch", "--help");
        Snapshot.Match(_session.Out);
    }

    [Fact]
    public void Ends_with_0_when_it_is_told_to_stop()
    {
        _session.Interrupted = true;
        Assert.Equal(ExitCode.Done, _session.Run("watch", "--root", _session.Folder));
        Assert.Equal("", _session.Out);
    }

    [Fact]
    public void A_second_one_on_a_host_is_refused_and_names_the_first()
    {
        _session.Interrupted = true;
        using (HostLock.BeService(new(_session.Folder)))
        {
            Assert.Equal(ExitCode.Locked, _session.Run("watch", "--root", _session.Folder));
            Assert.Contains($"error: process {Environment.ProcessId} (", _session.Err, StringComparison.Ordinal);
            Assert.Contains("watches this host already", _session.Err, StringComparison.Ordinal);
        }

        Assert.Equal(ExitCode.Done, _session.Run("watch", "--root", _session.Folder));
    }

    [Theory]
    [InlineData("-f", "-", "-f -: standard input ends")]
    [InlineData("--interval", "0", "--interval: \"0\" is too short; write 1s or more")]
    [InlineData("--interval", "often", "\"often\" is no duration")]
    public void Refuses_what_cannot_be_watched(string option, string value, string words)
    {
        Assert.Equal(ExitCode.InvalidInput, _session.Run("watch", option, value));
        Assert.Contains(words, _session.Err, StringComparison.Ordinal);
    }
}
