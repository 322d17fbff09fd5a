namespace MdevDesired.Cli.Completion;

/// <summary>The value of an option or an argument.</summary>
/// <param name="Kind">What to offer.</param>
/// <param name="Name">What the help calls it.</param>
/// <param name="Words">Those on offer, where it is one of several.</param>
internal sealed record CompletedValue(ValueKind Kind, string Name, IReadOnlyList<string> Words)
{
    public static readonly CompletedValue None = new(ValueKind.None, "", []);

    /// <param name="name">What the help calls it, which says what it is.</param>
    /// <param name="words">Those on offer.</param>
    public static CompletedValue Of(string name, IReadOnlyList<string> words) => new(
        words.Count > 0 ? ValueKind.Words : name switch
        {
            "FILE" or "PATH" or "PLAN" => ValueKind.File,
            "DIR" => ValueKind.Folder,
            _ => ValueKind.Free,
        },
        name,
        words);
}
