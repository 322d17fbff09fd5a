using System.CommandLine;
using System.CommandLine.Help;
using MdevDesired.Cli.Options;
using MdevDesired.Cli.Terminals;
using MdevDesired.Cli.Verbs;

namespace MdevDesired.Cli;

/// <summary>The commands and their options, and the running of the one that was asked for.</summary>
internal static class CommandLine
{
    // Arguments that begin with @ are arguments; nothing is read from files behind the user's back.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static ExitCode Run(IReadOnlyList<string> args, Surroundings surroundings)
    {
        var parsed = Root(surroundings).Parse(args, Parsing);
        return parsed.Errors.Count > 0 && parsed.Action is not HelpPage
            ? ParseErrors.Report(parsed, surroundings)
            : (ExitCode)parsed.Invoke(Invocation(surroundings));
    }

    // Interrupts and exceptions are ours to handle.
    private static InvocationConfiguration Invocation(Surroundings surroundings) => new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
        Output = surroundings.Output,
        Error = surroundings.Error,
    };

    private static RootCommand Root(Surroundings surroundings)
    {
        var rootFolder = Flags.Root();
        var root = new RootCommand(HelpTexts.Root.Summary) { rootFolder };
        root.Add(new ValidateVerb(surroundings, rootFolder).Command());
        root.Add(new PlanVerb(surroundings, rootFolder).Command());
        root.Add(new ApplyVerb(surroundings, rootFolder).Command());
        root.Add(new ShowVerb(surroundings, rootFolder).Command());
        root.Add(new ExplainVerb(surroundings).Command());
        root.Add(new VersionVerb(surroundings).Command());
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            help.Description = "Show this help.";
            help.Action = new HelpPage(surroundings);
        }

        foreach (var version in root.Options.OfType<VersionOption>())
        {
            version.Description = "Show the version.";
        }

        return root;
    }
}
