using MdevDesired.Cli.Watching.Scheduling;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace MdevDesired.Tests.Cli.Watching.Scheduling;

public class PulseTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Beats_until_it_is_overdue()
    {
        var pulse = new Pulse(_clock);
        Assert.True(pulse.IsBeating);
        pulse.Beat(TimeSpan.FromSeconds(10));
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.True(pulse.IsBeating);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(pulse.IsBeating);
        pulse.Beat(TimeSpan.FromMinutes(5));
        _clock.Advance(TimeSpan.FromMinutes(4));
        Assert.True(pulse.IsBeating);
    }
}
