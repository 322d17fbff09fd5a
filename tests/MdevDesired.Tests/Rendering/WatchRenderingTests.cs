using MdevDesired.Applying;
using MdevDesired.Diagnostics;
using MdevDesired.Rendering.Trees;
using MdevDesired.Rendering.Watching;
using MdevDesired.Reporting.Watching;
using MdevDesired.Tests.Doubles;
using Snapshooter.Xunit;
using Xunit;

namespace MdevDesired.Tests.Rendering;

public class WatchRenderingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static readonly WatchStatus Everything = new()
    {
        Host = "node-7",
        Condition = WatchCondition.NotInSync,
        Started = Noon,
        Devices = Samples.Status(),
        Capacity = [new(Scene.Mtty, new("mtty-1"), 20, 4, 5), new(Scene.Nic, new("mlx5_core-local"), null, 0, 1)],
        Setbacks = [new(Scene.Nic, 3, Noon.AddSeconds(64.5))],
        Documents = ["rack7"],
        Problems = [Samples.Diagnostic("the documents could be better", hint: "mend them")],
        LastRun = new(WatchTrigger.Host, Noon.AddMinutes(1), TimeSpan.FromMilliseconds(12.5)),
        LastInSync = Noon.AddSeconds(2),
        Tally = new()
        {
            Applies = 4,
            Changes = 7,
            Unanswered = 1,
            InvalidInputs = 2,
            Duration = TimeSpan.FromSeconds(3.25),
            Reconciles = WatchTally.None.Reconciles.Add(WatchTrigger.Start, 1).Add(WatchTrigger.Host, 40),
            Failures = WatchTally.None.Failures.Add(Errno.EIO, 3).Add(Errno.EBUSY, 1),
        },
    };

    [Fact]
    public void Writes_json() => Snapshot.Match(WatchStatusDocument.Render(TreeSyntax.Json, Everything));

    [Fact]
    public void Writes_metrics() => Snapshot.Match(WatchMetrics.Render(Everything));

    [Fact]
    public Task Json_conforms_to_its_schema() => Schemas.AssertConformsAsync("watch-status", WatchStatusDocument.Render(TreeSyntax.Json, Everything));

    [Fact]
    public Task Json_conforms_to_its_schema_before_anything_has_happened() =>
        Schemas.AssertConformsAsync("watch-status", WatchStatusDocument.Render(TreeSyntax.Json, Fresh(WatchCondition.Starting)));

    [Fact]
    public void Documents_with_mistakes_are_not_in_sync_whatever_was_seen_before()
    {
        var status = Everything with { Condition = WatchCondition.InvalidInput, Devices = Samples.Status() with { IsInSync = true } };
        Assert.Contains("\nmdev_desired_in_sync 0\n", WatchMetrics.Render(status), StringComparison.Ordinal);
        Assert.Contains("\"inSync\": false,\n  \"observeOnly\"", WatchStatusDocument.Render(TreeSyntax.Json, status), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WatchCondition.Starting, "Starting.")]
    [InlineData(WatchCondition.InvalidInput, "The documents have 1 error; nothing is changed until they are mended: ")]
    [InlineData(WatchCondition.Locked, "Another run works on this host; it is waited for: ")]
    [InlineData(WatchCondition.Failed, "The host cannot be kept: ")]
    internal void Says_how_the_service_stands(WatchCondition condition, string words) =>
        Assert.StartsWith(words, WatchSentence.Of(Everything with { Condition = condition }), StringComparison.Ordinal);

    [Fact]
    public void Of_many_mistakes_it_says_how_many_there_are_and_the_first_error()
    {
        var status = Fresh(WatchCondition.InvalidInput) with
        {
            Problems = [Samples.Diagnostic("could be better", Severity.Warning), Samples.Diagnostic("is wrong"), Samples.Diagnostic("is wrong too")],
        };
        Assert.StartsWith("The documents have 2 errors, 1 warning; nothing is changed until they are mended: ", WatchSentence.Of(status), StringComparison.Ordinal);
        Assert.EndsWith(": is wrong", WatchSentence.Of(status), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_which_parents_are_left_alone() => Assert.EndsWith(
        " 1 parent failed and is tried again later: pci/0000:05:00.0.", WatchSentence.Of(Everything), StringComparison.Ordinal);

    [Fact]
    public void Lets_nothing_end_the_line_that_systemd_shows() =>
        Assert.DoesNotContain('\n', WatchSentence.Of(Fresh(WatchCondition.InvalidInput) with { Problems = [Samples.Diagnostic("a\nREADY=1", hint: "x")] }));

    [Fact]
    public void Has_a_word_for_everything()
    {
        Assert.All(Enum.GetValues<WatchTrigger>(), trigger => Assert.NotEmpty(WatchWords.Of(trigger)));
        Assert.All(Enum.GetValues<WatchCondition>(), condition => Assert.NotEmpty(WatchWords.Of(condition)));
    }

    private static WatchStatus Fresh(WatchCondition condition) => new()
    {
        Host = "",
        Condition = condition,
        Started = Noon,
    };
}
