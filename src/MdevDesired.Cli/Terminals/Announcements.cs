using MdevDesired.Cli.Input;
using MdevDesired.Diagnostics;
using MdevDesired.Rendering.Validation;

namespace MdevDesired.Cli.Terminals;

/// <summary>Tells the user, beside the result, what there is to know.</summary>
internal static class Announcements
{
    /// <summary>Writes diagnostics, and for a person the lines that they are about.</summary>
    public static void Announce(this Surroundings surroundings, IEnumerable<Diagnostic> diagnostics, InputFiles? files = null)
    {
        var excerpts = surroundings.ErrorIsTerminal && files is not null ? new SourceExcerpts(files.Sources) : null;
        foreach (var diagnostic in diagnostics)
        {
            surroundings.ErrorOf(diagnostic.Severity).Write(surroundings.ErrorIsJournal
                ? $"{DiagnosticText.Line(diagnostic)}\n"
                : DiagnosticText.Render([diagnostic], surroundings.ErrorPalette, excerpts));
        }
    }
}
