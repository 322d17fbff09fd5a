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
        page.Line(0, string.Join(' ', code.Explanation.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), hanging: 0);
        return page.ToString();
    }

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
