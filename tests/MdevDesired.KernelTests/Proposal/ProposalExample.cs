using MdevDesired.KernelTests.Machines;
using Xunit;

namespace MdevDesired.KernelTests.Proposal;

/// <summary>The document examples/proposal.yaml, and words for its sub devices.</summary>
internal static class ProposalExample
{
    public static string Text { get; } = File.ReadAllText(MachineParts.InRepository("examples/proposal.yaml"));

    public static string UuidOf(int number) => $"2f1b7a10-7c2e-4d0a-9a51-19030800{number:x4}";

    /// <summary>The document with other text in place of some of its own, each of which it has exactly once.</summary>
    public static string With(params (string Old, string New)[] changes) => changes.Aggregate(Text, (text, change) =>
    {
        Assert.Equal(2, text.Split(change.Old).Length);
        return text.Replace(change.Old, change.New, StringComparison.Ordinal);
    });
}
