using MdevDesired.Diagnostics;
using MdevDesired.Loading.Yaml;

namespace MdevDesired.Loading;

/// <summary>
/// The sentences about structure: what it is, what is wrong, what is allowed. The schema check and the binder share them, so that
/// a mistake that both see is reported once.
/// </summary>
internal static class Mistakes
{
    private static readonly string[] YesAndNo = ["yes", "no", "on", "off", "y", "n"];

    public static Mistake UnknownKey(string subject, string key, IReadOnlyCollection<string> allowed) => new(
        LoadingCodes.UnknownKey,
        $"unknown key {UserText.Quote(key)} in {subject}",
        Suggestion.For(key, allowed) ?? $"allowed here: {string.Join(", ", allowed)}");

    public static Mistake MissingKey(string subject, string key) => new(
        LoadingCodes.MissingKey,
        $"{subject} lacks the key \"{key}\"");

    /// <param name="subject">What has the value, as <see cref="Subjects"/> words it.</param>
    /// <param name="found">The noun of what stands there, one of <see cref="Nouns"/>.</param>
    /// <param name="expected">The noun of what is allowed.</param>
    /// <param name="text">The text that stands there, or null when it is of another type.</param>
    public static Mistake WrongType(string subject, string found, string expected, string? text) => found == Nouns.Null
        ? new(LoadingCodes.NullValue, $"{subject} is null where {expected} belongs", NullHint(expected))
        : new(LoadingCodes.WrongType, $"{subject} is {found} where {expected} belongs", TypeHint(found, expected, text));

    public static Mistake NotOneOf(string subject, string value, IReadOnlyCollection<string> allowed) => new(
        LoadingCodes.NotOneOfTheValues,
        $"{subject} is {UserText.Quote(value)}; it takes {string.Join(", ", allowed)}",
        Suggestion.For(value, allowed));

    public static Mistake OutOfRange(string subject, string limit) => new(
        LoadingCodes.OutOfRange,
        $"{subject} is out of range: {limit}");

    public static Mistake TooFew(string subject) => new(
        LoadingCodes.TooFew,
        $"{subject} is empty; it takes at least one entry",
        "leave the key out where nothing is meant");

    public static Mistake UnknownApiVersion(string version) => new(
        LoadingCodes.UnknownApiVersion,
        $"unknown apiVersion {UserText.Quote(version)}; {DesiredStateFormat.ApiVersion} is the only one",
        Suggestion.For(version, [DesiredStateFormat.ApiVersion]));

    /// <param name="kind">The kind that stands there.</param>
    /// <param name="expected">The one that belongs there.</param>
    public static Mistake UnknownKind(string kind, string expected) => new(
        LoadingCodes.UnknownKind,
        $"unknown kind {UserText.Quote(kind)}; {expected} belongs here",
        kind switch
        {
            DesiredStateFormat.Kind => "this is a document: -f takes it",
            "ObservedState" => "this is the snapshot of a host: --observed takes it",
            _ => Suggestion.For(kind, [expected]),
        });

    public static Mistake NotExactlyOne(string subject, bool several, IReadOnlyCollection<string> keys) => new(
        LoadingCodes.NotExactlyOne,
        $"{subject} has {(several ? "several" : "none")} of {Names(keys)}; exactly one belongs there");

    public static Mistake UuidOrCount(bool both) => both
        ? new(LoadingCodes.UuidOrCount, "the mdev has a uuid beside count; a pool derives its UUIDs", "remove one of them")
        : new(LoadingCodes.UuidOrCount, "the mdev has no uuid, and no count makes it a pool", "give it a uuid: uuidgen makes one");

    public static Mistake NotSupportedYet(string key) => new(
        LoadingCodes.NotSupportedYet,
        $"\"{key}\" is not supported yet",
        "remove it: this version would do nothing with it");

    public static Mistake Malformed(string subject, string text, TextForm form) => new(
        form.Code,
        $"{subject} {UserText.Quote(text)} {form.Reject(text) ?? "is malformed"}; it takes {form.Allowed}");

    public static Mistake BreaksSchema(string subject, string rule) => new(
        LoadingCodes.BreaksSchema,
        $"{subject} breaks the rule {rule} of the schema");

    private static string Names(IEnumerable<string> keys) => string.Join(", ", keys.Select(key => $"\"{key}\""));

    private static string? NullHint(string expected) => expected switch
    {
        Nouns.List => "write [] for an empty list, or leave the key out",
        Nouns.Mapping => "give it an indented mapping, or leave the key out",
        Nouns.Text => "give it a value, or leave the key out; in quotes the word null is text",
        _ => "give it a value, or leave the key out",
    };

    private static string? TypeHint(string found, string expected, string? text) => expected switch
    {
        Nouns.Boolean when found is Nouns.Text && YesAndNo.Contains(text?.ToLowerInvariant()) => "write true or false: in YAML 1.2 yes, no, on and off are text",
        Nouns.Boolean => "write true or false",
        Nouns.Text when found is not (Nouns.List or Nouns.Mapping) => "put it in quotes to make it text",
        Nouns.Integer when found is Nouns.Text => "write a whole number without quotes",
        Nouns.List when found == Nouns.Mapping => "begin each entry of a list with \"- \"",
        _ => null,
    };
}
