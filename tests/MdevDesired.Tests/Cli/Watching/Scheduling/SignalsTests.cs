using MdevDesired.Cli.Watching.Scheduling;
using MdevDesired.Reporting.Watching;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace MdevDesired.Tests.Cli.Watching.Scheduling;

public class SignalsTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Signals _signals;

    public SignalsTests()
    {
        var schedule = new Schedule(
            new()
            {
                Interval = TimeSpan.FromDays(1),
            },
            () => 0.5);
        schedule.Take(TimeSpan.Zero);
        _signals = new(schedule, _clock);
    }

    [Fact]
    public void Gives_what_is_due()
    {
        _signals.Hear(WatchTrigger.Request);
        Assert.Equal(WatchTrigger.Request, _signals.Wait(_ => { }, CancellationToken.None)?.Trigger);
    }

    [Fact]
    public async Task Is_woken_by_what_another_thread_hears()
    {
        var told = new TaskCompletionSource();
        var waiting = Task.Run(() => _signals.Wait(_ => told.TrySetResult(), CancellationToken.None));
        await told.Task;
        _signals.Hear(WatchTrigger.Request);
        Assert.Equal(WatchTrigger.Request, (await waiting)?.Trigger);
    }

    [Fact]
    public async Task Ends_its_wait_when_the_service_ends()
    {
        using var stop = new CancellationTokenSource();
        var told = new TaskCompletionSource();
        var waiting = Task.Run(() => _signals.Wait(_ => told.TrySetResult(), stop.Token));
        await told.Task;
        await stop.CancelAsync();
        Assert.Null(await waiting);
    }

    [Fact]
    public void Does_not_begin_anything_when_the_service_ends()
    {
        _signals.Hear(WatchTrigger.Request);
        Assert.Null(_signals.Wait(_ => { }, new(canceled: true)));
    }

    [Fact]
    public void Remembers_that_something_was_heard_and_not_each_time()
    {
        for (var number = 0; number < 100_000; number++)
        {
            _signals.Hear(WatchTrigger.Host);
        }

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(WatchTrigger.Host, _signals.Wait(_ => { }, CancellationToken.None)?.Trigger);
        var due = TimeSpan.Zero;
        _signals.Tell(schedule => due = schedule.Due);
        Assert.True(due > TimeSpan.FromHours(1));
    }
}
