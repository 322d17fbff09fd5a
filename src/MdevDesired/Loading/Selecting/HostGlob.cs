using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace MdevDesired.Loading.Selecting;

/// <summary>A pattern over host names, which are compared without case.</summary>
internal sealed class HostGlob : IEquatable<HostGlob>
{
    /// <summary>The longest glob, in characters: a host name has at most 253.</summary>
    public const int MaximumLength = 253;

    private readonly ImmutableArray<GlobPart> _parts;

    private readonly string _text;

    private HostGlob(string text, ImmutableArray<GlobPart> parts) => (_text, _parts) = (text, parts);

    public static bool TryParse(string text, [NotNullWhen(true)] out HostGlob? glob)
    {
        glob = text.Length is > 0 and <= MaximumLength && GlobPart.TryParseAll(text.ToLowerInvariant(), out var parts)
            ? new HostGlob(text.ToLowerInvariant(), parts)
            : null;
        return glob is not null;
    }

    /// <summary>Whether it stands for the name, or for its first label when the name has a domain.</summary>
    public bool Matches(string host)
    {
        var name = host.ToLowerInvariant();
        return Intersects(_parts, GlobPart.Literal(name)) || Intersects(_parts, GlobPart.Literal(name.Split('.')[0]));
    }

    /// <summary>Whether some host's name may match both: each with its domain or without.</summary>
    public bool Overlaps(HostGlob other) =>
        Intersects(_parts, other._parts)
        || Intersects(_parts.AddRange(GlobPart.Domain), other._parts)
        || Intersects(_parts, other._parts.AddRange(GlobPart.Domain));

    public bool Equals(HostGlob? other) => _text == other?._text;

    public override bool Equals(object? obj) => Equals(obj as HostGlob);

    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => _text;

    // reachable[j]: some text is matched by the parts of a so far and by the first j parts of b.
    private static bool Intersects(ImmutableArray<GlobPart> a, ImmutableArray<GlobPart> b)
    {
        var reachable = Close(new bool[b.Length + 1], b, seed: true);
        foreach (var part in a)
        {
            reachable = part.IsStar ? Extend(reachable) : Step(reachable, part, b);
        }

        return reachable[b.Length];
    }

    // A star of a takes in whatever b goes on with.
    private static bool[] Extend(bool[] reachable)
    {
        for (var j = 1; j < reachable.Length; j++)
        {
            reachable[j] |= reachable[j - 1];
        }

        return reachable;
    }

    private static bool[] Step(bool[] reachable, GlobPart part, ImmutableArray<GlobPart> b)
    {
        var next = new bool[reachable.Length];
        for (var j = 0; j < b.Length; j++)
        {
            next[j] |= reachable[j] && b[j].IsStar;
            next[j + 1] |= reachable[j] && !b[j].IsStar && b[j].Meets(part);
        }

        return Close(next, b, seed: false);
    }

    // A star of b may stand for nothing.
    private static bool[] Close(bool[] reachable, ImmutableArray<GlobPart> b, bool seed)
    {
        reachable[0] |= seed;
        for (var j = 0; j < b.Length; j++)
        {
            reachable[j + 1] |= reachable[j] && b[j].IsStar;
        }

        return reachable;
    }
}
