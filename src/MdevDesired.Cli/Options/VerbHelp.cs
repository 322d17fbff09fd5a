namespace MdevDesired.Cli.Options;

/// <summary>What the help says of a command.</summary>
/// <param name="Summary">One line.</param>
/// <param name="Details">A paragraph, or null.</param>
/// <param name="Examples">Command lines and what they do.</param>
internal sealed record VerbHelp(string Summary, string? Details, params (string Command, string Does)[] Examples);
