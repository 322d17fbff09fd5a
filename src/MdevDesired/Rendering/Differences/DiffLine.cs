namespace MdevDesired.Rendering.Differences;

/// <summary>A line of a difference.</summary>
/// <param name="Sign"><c>-</c> only before, <c>+</c> only after, a blank in both.</param>
/// <param name="Text">The line.</param>
internal readonly record struct DiffLine(char Sign, string Text);
