using System.Globalization;
using MdevDesired.Model;

namespace MdevDesired.Planning.Attributes;

/// <summary>
/// An attribute pair <c>assign_X</c> / <c>unassign_X</c>, whose values form a set. The pair is write-only; the set is read back
/// from another attribute (Documentation/s390/vfio-ap.rst: <c>matrix</c> and <c>control_domains</c>; elsewhere the plural of X).
/// </summary>
internal readonly record struct AssignedSet
{
    private const string Prefix = "assign_";

    private readonly string _member;

    private AssignedSet(string member) => _member = member;

    /// <summary>The attribute from which the set is read back.</summary>
    public AttributeName ReadBack => new(_member switch
    {
        "adapter" or "domain" => "matrix",
        _ => _member + "s",
    });

    public AttributeName Unassign => new($"un{Prefix}{_member}");

    public AttributeName Assign => new($"{Prefix}{_member}");

    /// <summary>The pair that the attribute belongs to, or null when it is an ordinary one.</summary>
    public static AssignedSet? Of(AttributeName name) =>
        name.ToString() is var text && text.StartsWith(Prefix, StringComparison.Ordinal) && text.Length > Prefix.Length
            ? new AssignedSet(text[Prefix.Length..])
            : null;

    /// <summary>The pair whose other half the attribute is, or null when it is an ordinary one.</summary>
    public static AssignedSet? OfUnassign(AttributeName name) =>
        name.ToString() is var text && text.StartsWith("un", StringComparison.Ordinal) ? Of(new(text[2..])) : null;

    /// <summary>The canonical members that the text of <see cref="ReadBack"/> lists.</summary>
    public IReadOnlySet<string> Members(string text)
    {
        var pair = this;
        return text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(pair.Member)
            .Where(member => member.Length > 0)
            .ToHashSet(StringComparer.Ordinal);
    }

    // vfio_ap prints matrix as "AA.DDDD", either half absent while the other has no member, and control_domains as "DDDD";
    // all of them hexadecimal without a prefix (drivers/s390/crypto/vfio_ap_ops.c).
    private string Member(string word) => _member switch
    {
        "adapter" => Hexadecimal(word.Split('.')[0]),
        "domain" => Hexadecimal(word.Split('.')[^1]),
        "control_domain" => Hexadecimal(word),
        _ => CanonicalValue.Of(word),
    };

    private static string Hexadecimal(string digits) =>
        ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : digits;
}
