using MdevDesired.Cli;
using MdevDesired.Rendering.Pages;
using Snapshooter.Xunit;
using Xunit;

namespace MdevDesired.Tests.Cli;

public sealed class HelpTests : IDisposable
{
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Shows_the_commands()
    {
        _session.Run("--help");
        Snapshot.Match(_session.Out);
    }

    [Fact]
    public void Shows_the_options_of_apply()
    {
        _session.Run("apply", "--help");
        Snapshot.Match(_session.Out);
    }

    [Theory]
    [InlineData()]
    [InlineData("validate")]
    [InlineData("plan")]
    [InlineData("apply")]
    [InlineData("status")]
    [InlineData("show")]
    [InlineData("watch")]
    [InlineData("explain")]
    [InlineData("completion")]
    [InlineData("version")]
    public void Fits_80_columns(params string[] verb)
    {
        Assert.Equal(ExitCode.Done, _session.Run([.. verb, "--help"]));
        Assert.All(_session.Out.Split('\n'), line => Assert.InRange(line.Length, 0, Page.Width));
        Assert.All(_session.Out.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
    }
}
