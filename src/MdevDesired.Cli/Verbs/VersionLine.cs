using System.CommandLine;
using System.CommandLine.Invocation;
using MdevDesired.Cli.Terminals;

namespace MdevDesired.Cli.Verbs;

/// <summary>Writes the version.</summary>
internal sealed class VersionLine(Surroundings surroundings) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        surroundings.Output.Write($"{CommandLine.ProgramName} {ProgramVersion.Text}\n");
        return (int)ExitCode.Done;
    }
}
