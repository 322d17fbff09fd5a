using MdevDesired.Diagnostics;

namespace MdevDesired.Loading;

/// <summary>The form that a piece of text must have.</summary>
/// <param name="Code">What is reported for text of another form.</param>
/// <param name="Allowed">What is allowed, in words; the schema has the same words for editors.</param>
/// <param name="Reject">Says what is wrong with a text, as <c>contains "/"</c>, or null.</param>
internal sealed record TextForm(DiagnosticCode Code, string Allowed, Func<string, string?> Reject);
