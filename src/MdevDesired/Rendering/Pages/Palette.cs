namespace MdevDesired.Rendering.Pages;

/// <summary>Paints text for a terminal, or leaves it as it is for everything else.</summary>
internal sealed class Palette
{
    private readonly bool _coloured;

    private Palette(bool coloured) => _coloured = coloured;

    /// <summary>No colours: for files, pipes and NO_COLOR.</summary>
    public static Palette Plain { get; } = new(coloured: false);

    /// <summary>The sixteen colours that every terminal has (ECMA-48, SGR).</summary>
    public static Palette Ansi { get; } = new(coloured: true);

    public string Paint(Ink ink, string text) =>
        _coloured && ink != Ink.Plain && text.Length > 0 ? $"\u001b[{Rendition(ink)}m{text}\u001b[0m" : text;

    private static string Rendition(Ink ink) => ink switch
    {
        Ink.Heading => "1",
        Ink.Faint => "2",
        Ink.Added or Ink.Good => "32",
        Ink.Changed or Ink.Warning => "33",
        Ink.Removed => "31",
        Ink.Adopted => "36",
        _ => "1;31",
    };
}
