using MdevDesired.Cli;
using MdevDesired.Cli.Completion;
using MdevDesired.Cli.Terminals;

namespace MdevDesired.Tests.Cli;

/// <summary>The commands and options that the program has.</summary>
internal static class Commanded
{
    public static CompletedCommand Tree() => CompletedCommand.Of(CommandLine.Root([], new Surroundings
    {
        OpenInput = () => Stream.Null,
        Output = TextWriter.Null,
        Error = TextWriter.Null,
    }));

    public static IEnumerable<string> Verbs() => Tree().Commands.Select(command => command.Name);

    /// <summary>Without dashes, each once.</summary>
    public static IEnumerable<string> Options() => Tree().Commands.Append(Tree())
        .SelectMany(command => command.Options)
        .SelectMany(option => option.Names)
        .Select(name => name.TrimStart('-'))
        .Distinct();
}
