using MdevDesired.Diagnostics;

namespace MdevDesired.Planning;

/// <summary>A part of what is listed that cannot be brought about now, while the rest of its device can.</summary>
/// <param name="Code">What kind of obstacle.</param>
/// <param name="Message">What is wrong, without the name of the device.</param>
/// <param name="Hint">What to do, when that is known.</param>
internal sealed record Obstacle(DiagnosticCode Code, string Message, string? Hint = null)
{
    /// <summary>Where it stands in the input, when that is narrower than the device.</summary>
    public SourceSpan? Span { get; init; }

    /// <summary>Whether it is only to be known: what is listed counts as reached.</summary>
    public bool IsNote { get; init; }
}
