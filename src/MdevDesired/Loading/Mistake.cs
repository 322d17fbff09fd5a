using MdevDesired.Diagnostics;

namespace MdevDesired.Loading;

/// <summary>What is wrong with a piece of the input, wherever it stands.</summary>
internal sealed record Mistake(DiagnosticCode Code, string Message, string? Hint = null);
