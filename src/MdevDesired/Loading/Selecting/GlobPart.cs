using System.Collections.Immutable;

namespace MdevDesired.Loading.Selecting;

/// <summary>One element of a glob: a star, or one character out of a set.</summary>
/// <param name="IsStar">Any text; the other members then say nothing.</param>
/// <param name="Characters">The characters of the set.</param>
/// <param name="Excludes">The set is every character but those.</param>
internal readonly record struct GlobPart(bool IsStar, string Characters, bool Excludes)
{
    private static readonly GlobPart Star = new(IsStar: true, "", Excludes: false);

    private static readonly GlobPart Any = new(IsStar: false, "", Excludes: true);

    /// <summary>What follows the first label of a host's name.</summary>
    public static ImmutableArray<GlobPart> Domain { get; } = [One('.'), Star];

    public static ImmutableArray<GlobPart> Literal(string text) => [.. text.Select(One)];

    /// <summary>False when a bracket is left open or empty, a range runs backwards, or a character is none of a host name.</summary>
    public static bool TryParseAll(string text, out ImmutableArray<GlobPart> parts)
    {
        var parsed = ImmutableArray.CreateBuilder<GlobPart>();
        var rest = text.AsSpan();
        while (!rest.IsEmpty && TryParse(ref rest, out var part))
        {
            parsed.Add(part);
        }

        parts = parsed.DrainToImmutable();
        return rest.IsEmpty;
    }

    /// <summary>Whether some character is in both sets.</summary>
    public bool Meets(GlobPart other) => (Excludes, other.Excludes) switch
    {
        (true, true) => true,
        (true, false) => other.Characters.AsSpan().ContainsAnyExcept(Characters),
        (false, true) => Characters.AsSpan().ContainsAnyExcept(other.Characters),
        (false, false) => Characters.AsSpan().ContainsAny(other.Characters),
    };

    private static GlobPart One(char character) => new(IsStar: false, character.ToString(), Excludes: false);

    private static bool TryParse(ref ReadOnlySpan<char> rest, out GlobPart part)
    {
        var first = rest[0];
        if (first == '[')
        {
            return TryParseSet(ref rest, out part);
        }

        part = first switch { '*' => Star, '?' => Any, _ => One(first) };
        var valid = first is '*' or '?' || IsOfHostName(first);
        rest = valid ? rest[1..] : rest;
        return valid;
    }

    private static bool TryParseSet(ref ReadOnlySpan<char> rest, out GlobPart part)
    {
        var end = rest.IndexOf(']');
        var inside = end < 0 ? "" : rest[1..end];
        var excludes = inside.StartsWith("!");
        var valid = TryExpand(excludes ? inside[1..] : inside, out var characters);
        part = new GlobPart(IsStar: false, characters, excludes);
        rest = valid ? rest[(end + 1)..] : rest;
        return valid;
    }

    private static bool TryExpand(ReadOnlySpan<char> set, out string characters)
    {
        characters = "";
        var valid = !set.IsEmpty;
        while (valid && !set.IsEmpty)
        {
            var isRange = set.Length > 2 && set[1] == '-';
            var last = isRange ? set[2] : set[0];
            valid = IsOfHostName(set[0]) && IsOfHostName(last) && set[0] <= last;
            characters += valid ? string.Concat(Enumerable.Range(set[0], last - set[0] + 1).Select(code => (char)code)) : "";
            set = set[(isRange ? 3 : 1)..];
        }

        return valid;
    }

    private static bool IsOfHostName(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_';
}
