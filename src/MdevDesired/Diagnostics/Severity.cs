namespace MdevDesired.Diagnostics;

/// <summary>How much a diagnostic weighs: only an <see cref="Error"/> makes an input invalid.</summary>
internal enum Severity
{
    Note,
    Warning,
    Error,
}
