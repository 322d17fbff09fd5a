using System.Text;
using MdevDesired.Diagnostics;

namespace MdevDesired.Cli.Terminals;

/// <summary>Begins each line with its priority, as the journal reads it (sd-daemon(3)). Takes whole lines only.</summary>
/// <param name="journal">Takes them; what is written there directly has the priority of the unit, which is that of information.</param>
/// <param name="severity">What the lines are.</param>
internal sealed class JournalWriter(TextWriter journal, Severity severity) : TextWriter
{
    public override Encoding Encoding => journal.Encoding;

    public override void Write(char value) => throw new NotSupportedException("lines are written whole");

    public override void Write(string? value)
    {
        var priority = severity switch
        {
            Severity.Error => "<3>",
            Severity.Warning => "<4>",
            _ => "<5>",
        };
        // At once: lines of several threads shall not stand within each other.
        journal.Write(string.Concat((value ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"{priority}{line}\n")));
    }
}
