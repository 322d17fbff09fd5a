namespace MdevDesired.Cli.Completion;

/// <summary>An option as a shell offers it.</summary>
/// <param name="Names">As they are written, dashes included.</param>
/// <param name="Description">One line.</param>
/// <param name="Value">What follows it.</param>
/// <param name="IsRepeatable">Whether it may come several times.</param>
internal sealed record CompletedOption(IReadOnlyList<string> Names, string Description, CompletedValue Value, bool IsRepeatable);
