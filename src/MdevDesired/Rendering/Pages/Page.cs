using System.Text;
using MdevDesired.Diagnostics;

namespace MdevDesired.Rendering.Pages;

/// <summary>
/// Collects lines of text for people: escaped, so that nothing from a document or the kernel drives the terminal, and wrapped at
/// words. Only a word longer than a line, such as a path, goes over the edge: cut in two it could not be copied.
/// </summary>
internal sealed class Page(Palette palette)
{
    /// <summary>What fits a terminal, a mail and a pull request.</summary>
    public const int Width = 80;

    private readonly StringBuilder _text = new();

    /// <summary>Adds a line, and further ones where it is too long.</summary>
    /// <param name="indent">Blanks before the first line.</param>
    /// <param name="text">One paragraph.</param>
    /// <param name="ink">What it means.</param>
    /// <param name="hanging">Blanks before the further lines, beyond <paramref name="indent"/>.</param>
    public void Line(int indent, string text, Ink ink = Ink.Plain, int hanging = 2) =>
        Lines(indent, UserText.Escape(text).Split(' '), " ", ink, hanging);

    /// <summary>Adds columns, two blanks apart; one that has no room goes to the next line, whole.</summary>
    public void Columns(int indent, IEnumerable<string> columns, Ink ink = Ink.Plain, int hanging = 4) =>
        Lines(indent, columns.Select(UserText.Escape), "  ", ink, hanging);

    /// <summary>Adds a line as it is, however long: for what others search and parse.</summary>
    public void Whole(string text, Ink ink = Ink.Plain) => Add(0, UserText.Escape(text), ink);

    public void Blank() => _text.Append('\n');

    public override string ToString() => _text.ToString();

    private void Lines(int indent, IEnumerable<string> words, string gap, Ink ink, int hanging)
    {
        var line = new StringBuilder();
        var (margin, isEmpty) = (indent, true);
        foreach (var word in words)
        {
            if (!isEmpty && margin + line.Length + gap.Length + word.Length > Width)
            {
                Add(margin, line.ToString(), ink);
                line.Clear();
                (margin, isEmpty) = (indent + hanging, true);
            }

            line.Append(isEmpty ? "" : gap).Append(word);
            isEmpty = false;
        }

        Add(margin, line.ToString(), ink);
    }

    private void Add(int indent, string line, Ink ink) =>
        _text.Append(' ', indent).Append(palette.Paint(ink, line.TrimEnd())).Append('\n');
}
