namespace MdevDesired.Diagnostics;

/// <summary>One thing that the user should know about the input, the plan or the host.</summary>
/// <param name="Code">The stable code; <c>mdev-desired explain CODE</c> says more.</param>
/// <param name="Severity">Error, warning or note.</param>
/// <param name="Span">The place in the input; null when no line of the input is to blame.</param>
/// <param name="Message">What it is, what is wrong with it, what is allowed; one sentence without a full stop.</param>
/// <param name="Hint">What to do next, when that is known.</param>
internal sealed record Diagnostic(DiagnosticCode Code, Severity Severity, SourceSpan? Span, string Message, string? Hint = null)
{
    /// <summary>The same diagnostic in the compilers' one-line form, without the hint.</summary>
    public override string ToString()
    {
        var level = Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "note",
        };
        return Span is { } span ? $"{span}: {level} {Code}: {Message}" : $"{level} {Code}: {Message}";
    }
}
