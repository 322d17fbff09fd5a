using MdevDesired.Model;

namespace MdevDesired.Loading.Selecting;

/// <summary>The hosts that a document is for: those that one of its globs matches, or every host.</summary>
internal sealed record HostSelector(EquatableArray<HostGlob>? Globs)
{
    public static HostSelector Everywhere { get; } = new((EquatableArray<HostGlob>?)null);

    /// <summary>Whether the document is for that host; without a host, whether it is for every host.</summary>
    public bool Selects(string? host) => Globs is not { } globs || (host is not null && globs.Any(glob => glob.Matches(host)));

    /// <summary>Whether there may be a host that both select.</summary>
    public bool Overlaps(HostSelector other) =>
        Globs is not { } mine || other.Globs is not { } others || mine.Any(glob => others.Any(glob.Overlaps));
}
