namespace MdevDesired.Rendering.Pages;

/// <summary>What a piece of text means; a <see cref="Palette"/> knows how that looks.</summary>
internal enum Ink
{
    Plain,
    Heading,
    Faint,
    Added,
    Changed,
    Removed,
    Adopted,
    Error,
    Warning,
    Good,
}
