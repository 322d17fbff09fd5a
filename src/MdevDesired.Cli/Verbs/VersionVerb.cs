using System.CommandLine;
using MdevDesired.Cli.Options;
using MdevDesired.Cli.Terminals;

namespace MdevDesired.Cli.Verbs;

/// <summary>Shows the version.</summary>
internal sealed class VersionVerb(Surroundings surroundings)
{
    public Command Command() => new("version", HelpTexts.Version.Summary) { Action = new VersionLine(surroundings) };
}
