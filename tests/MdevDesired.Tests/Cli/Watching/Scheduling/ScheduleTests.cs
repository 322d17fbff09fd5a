using MdevDesired.Cli.Watching.Scheduling;
using MdevDesired.Reporting.Watching;
using Xunit;

namespace MdevDesired.Tests.Cli.Watching.Scheduling;

public class ScheduleTests
{
    private readonly Schedule _schedule = new(
        new()
        {
            Interval = TimeSpan.FromMinutes(5),
        },
        () => 0.5);

    public ScheduleTests()
    {
        _schedule.Take(TimeSpan.Zero);
        _schedule.Looked(TimeSpan.Zero, TimeSpan.Zero);
    }

    [Fact]
    public void Begins_at_once() =>
        Assert.Equal(WatchTrigger.Start, Fresh(0.5).Take(TimeSpan.Zero)?.Trigger);

    [Fact]
    public void Has_nothing_to_do_before_its_timer()
    {
        Assert.Null(_schedule.Take(Seconds(299)));
        Assert.Equal(WatchTrigger.Timer, _schedule.Take(Seconds(300))?.Trigger);
    }

    [Theory]
    [InlineData(0, 270)]
    [InlineData(0.5, 300)]
    [InlineData(1, 330)]
    public void Spreads_its_timer_by_a_tenth(double chance, double due)
    {
        var schedule = Fresh(chance);
        schedule.Take(TimeSpan.Zero);
        schedule.Wait(TimeSpan.Zero);
        Assert.Equal(Seconds(due), schedule.Due);
    }

    [Fact]
    public void Takes_a_burst_of_the_host_for_one()
    {
        Hear(WatchTrigger.Host, 1, 1.1, 1.2);
        Assert.Null(_schedule.Take(Seconds(1.39)));
        Assert.Equal(WatchTrigger.Host, _schedule.Take(Seconds(1.4))?.Trigger);
        Assert.Null(_schedule.Take(Seconds(10)));
    }

    [Fact]
    public void Looks_at_a_host_that_is_never_quiet()
    {
        Hear(WatchTrigger.Host, [.. Enumerable.Range(0, 40).Select(number => 1 + (number * 0.1))]);
        Assert.Equal(Seconds(3), _schedule.Due);
    }

    [Fact]
    public void Does_not_look_again_for_what_it_did_itself()
    {
        Hear(WatchTrigger.Host, 1, 1.5);
        _schedule.Looked(begun: Seconds(1.6), now: Seconds(1.7));
        Assert.Equal(Seconds(301.7), _schedule.Due);
    }

    [Fact]
    public void Looks_again_for_what_came_while_it_looked()
    {
        Hear(WatchTrigger.Host, 1, 1.65);
        _schedule.Looked(begun: Seconds(1.6), now: Seconds(1.7));
        Assert.Equal(Seconds(1.85), _schedule.Due);
    }

    [Fact]
    public void Takes_files_that_change_together_for_one_and_says_when_the_last_did()
    {
        Hear(WatchTrigger.Documents, 1, 1.3, 1.6);
        Assert.Equal(Seconds(2), _schedule.Due);
        Assert.Equal(new(WatchTrigger.Documents, Seconds(2), Seconds(1.6), DocumentsAreQuiet: true), _schedule.Take(_schedule.Due));
        Assert.Equal(Seconds(300), _schedule.Due);
    }

    [Fact]
    public void Does_not_read_documents_that_are_being_changed()
    {
        Hear(WatchTrigger.Host, 1);
        Hear(WatchTrigger.Documents, 1.1);
        Assert.Equal(new(WatchTrigger.Host, Seconds(1.2), null, DocumentsAreQuiet: false), _schedule.Take(Seconds(1.2)));
        Assert.Equal(new(WatchTrigger.Documents, Seconds(1.5), Seconds(1.1), DocumentsAreQuiet: true), _schedule.Take(Seconds(1.5)));
    }

    [Fact]
    public void Answers_a_request_at_once_and_reads_whatever_is_there()
    {
        Hear(WatchTrigger.Documents, 1);
        Hear(WatchTrigger.Request, 1.1);
        Assert.Equal(new(WatchTrigger.Request, Seconds(1.1), Seconds(1), DocumentsAreQuiet: true), _schedule.Take(Seconds(1.1)));
    }

    [Fact]
    public void Calls_once_for_all_that_is_due_and_names_the_gravest()
    {
        _schedule.RetryAt(Seconds(2));
        _schedule.RestsAt(Seconds(3));
        Hear(WatchTrigger.Host, 1);
        Assert.Equal(WatchTrigger.Rest, _schedule.Take(Seconds(3))?.Trigger);
        Assert.Null(_schedule.Take(Seconds(4)));
    }

    [Fact]
    public void Tries_again_when_it_was_told_to()
    {
        _schedule.RetryAt(Seconds(2));
        Assert.Null(_schedule.Take(Seconds(1.9)));
        Assert.Equal(WatchTrigger.Retry, _schedule.Take(Seconds(2))?.Trigger);
        _schedule.RetryAt(Seconds(4));
        _schedule.RetryAt(null);
        Assert.Null(_schedule.Take(Seconds(4)));
    }

    private static Schedule Fresh(double chance) => new(
        new()
        {
            Interval = TimeSpan.FromMinutes(5),
        },
        () => chance);

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private void Hear(WatchTrigger trigger, params double[] moments) => Array.ForEach(moments, moment => _schedule.Hear(trigger, Seconds(moment)));
}
