using MdevDesired.Diagnostics;
using MdevDesired.Rendering.Pages;

namespace MdevDesired.Rendering.Validation;

/// <summary>Renders what the codes of diagnostics mean.</summary>
internal static class Explanations
{
    public static string Of(DiagnosticCode code, Palette palette)
    {
        var page = new Page(palette);
        page.Line(0, $"{code}: {code.Title}", Ink.Heading);
        page.Blank();
        page.Line(0, Paragraph(code), hanging: 0);
        return page.ToString();
    }

    /// <summary>The explanation as one paragraph: its line ends are those of the source code.</summary>
    public static string Paragraph(DiagnosticCode code) =>
        string.Join(' ', code.Explanation.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string List(IEnumerable<DiagnosticCode> codes, Palette palette)
    {
        var page = new Page(palette);
        foreach (var code in codes)
        {
            page.Columns(0, [code.ToString(), code.Title]);
        }

        return page.ToString();
    }
}
