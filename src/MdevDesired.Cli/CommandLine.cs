using System.CommandLine;
using MdevDesired.Cli.Options;
using MdevDesired.Cli.Terminals;
using MdevDesired.Cli.Verbs;

namespace MdevDesired.Cli;

/// <summary>The commands and their options, and the running of the one that was asked for.</summary>
internal static class CommandLine
{
    public const string ProgramName = "mdev-desired";

    // Arguments that begin with @ are arguments; nothing is read from files behind the user's back.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static ExitCode Run(IReadOnlyList<string> args, Surroundings surroundings)
    {
        var parsed = Root(args, surroundings).Parse(args, Parsing);
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

    /// <summary>The tree of the commands that the arguments name, of all when they name none.</summary>
    // Not the library's RootCommand: its localised texts and its look at the executable cost more than parsing does.
    internal static Command Root(IReadOnlyList<string> args, Surroundings surroundings)
    {
        var rootFolder = Flags.Root();
        var root = new Command(ProgramName, HelpTexts.Root.Summary)
        {
            new Option<bool>("--help", "-h", "-?") { Description = "Show this help.", Recursive = true, Action = new HelpPage(surroundings) },
            new Option<bool>("--version") { Description = "Show the version.", Action = new VersionLine(surroundings) },
            rootFolder,
        };
        foreach (var verb in VerbTable.Needed(args, surroundings, rootFolder))
        {
            root.Add(verb);
        }

        return root;
    }
}
