using MdevDesired.Applying;
using MdevDesired.Model;

namespace MdevDesired.Cli.Watching;

/// <summary>Remembers the parents on which something failed; each is left alone for a while, and the others go on.</summary>
internal sealed class Setbacks
{
    private readonly SortedDictionary<ParentAddress, Setback> _setbacks = [];

    public IEnumerable<KeyValuePair<ParentAddress, Setback>> All => _setbacks;

    /// <summary>The parents that are left alone now.</summary>
    public IReadOnlyList<ParentAddress> Holding(DesiredState desired, HostAssessment assessment, TimeSpan now) =>
        [.. _setbacks.Where(pair => Until(pair, desired, assessment) > now).Select(pair => pair.Key)];

    /// <summary>When the first of them is tried again, or null.</summary>
    public TimeSpan? Next(DesiredState desired, HostAssessment assessment) =>
        _setbacks.Count == 0 ? null : _setbacks.Min(pair => Until(pair, desired, assessment));

    /// <summary>Takes in how a run went.</summary>
    /// <param name="report">What it did.</param>
    /// <param name="leftAlone">The parents that it left alone.</param>
    /// <param name="desired">What is listed.</param>
    /// <param name="after">The host after it.</param>
    /// <param name="now">When it ended.</param>
    public void Take(ApplyReport report, IReadOnlyCollection<ParentAddress> leftAlone, DesiredState desired, HostAssessment after, TimeSpan now)
    {
        var failed = report.Outcomes.Where(outcome => outcome.Status == DeviceStatus.Failed).Select(outcome => outcome.Change.Parent).ToHashSet();
        foreach (var parent in _setbacks.Keys.Where(parent => !failed.Contains(parent) && !leftAlone.Contains(parent)).ToList())
        {
            _setbacks.Remove(parent);
        }

        foreach (var parent in failed)
        {
            _setbacks[parent] = new((_setbacks.GetValueOrDefault(parent)?.Failures ?? 0) + 1, now, ParentPicture.Of(parent, desired, after));
        }
    }

    /// <summary>Lets every parent be tried at once.</summary>
    public void Clear() => _setbacks.Clear();

    private static TimeSpan Until(KeyValuePair<ParentAddress, Setback> pair, DesiredState desired, HostAssessment assessment) =>
        pair.Value.UntilWith(ParentPicture.Of(pair.Key, desired, assessment));
}
