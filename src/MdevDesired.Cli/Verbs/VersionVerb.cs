using System.CommandLine;
using MdevDesired.Cli.Options;
using MdevDesired.Cli.Terminals;

namespace MdevDesired.Cli.Verbs;

/// <summary>Shows the version.</summary>
internal sealed class VersionVerb(Surroundings surroundings)
{
    public Command Command()
    {
        var command = new Command("version", HelpTexts.Version.Summary);
        command.SetAction(_ => surroundings.Output.Write($"mdev-desired {ProgramVersion.Text}\n"));
        return command;
    }
}
