using System.CommandLine;
using System.CommandLine.Invocation;
using MdevDesired.Cli.Terminals;
using MdevDesired.Rendering.Pages;

namespace MdevDesired.Cli.Options;

/// <summary>Writes the help of a command: usage, what it does, its commands or options, examples; 80 columns.</summary>
internal sealed class HelpPage(Surroundings surroundings) : SynchronousCommandLineAction
{
    private readonly Page _page = new(surroundings.OutputPalette);

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var help = HelpTexts.Of(command.Name);
        _page.Line(0, $"Usage: {Usage(command)}", Ink.Heading);
        _page.Blank();
        _page.Line(0, help.Summary);
        AddDetails(help);
        Add("Commands:", [.. command.Subcommands.Select(verb => (verb.Name, verb.Description ?? ""))]);
        Add("Options:", [.. Options(parseResult).Where(option => !option.Hidden).Select(Row)]);
        AddExamples(help);
        surroundings.Output.Write(_page.ToString());
        return (int)ExitCode.Done;
    }

    private static string Usage(Command command) =>
        command.Subcommands.Count > 0 ? $"{CommandLine.ProgramName} COMMAND [OPTION...]"
        : $"{CommandLine.ProgramName} {command.Name}{string.Concat(command.Arguments.Select(Usage))} [OPTION...]";

    private static string Usage(Argument argument) => argument.Arity.MinimumNumberOfValues > 0 ? $" {argument.Name}" : $" [{argument.Name}]";

    private static IEnumerable<Option> Options(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var root = parsed.RootCommandResult.Command;
        return command == root ? root.Options : command.Options.Concat(root.Options.Where(option => option.Recursive));
    }

    private static (string Term, string Text) Row(Option option)
    {
        var names = option.Aliases.Append(option.Name).ToList();
        var letter = names.FirstOrDefault(name => name is ['-', not ('-' or '?')]);
        var word = names.First(name => name.StartsWith("--", StringComparison.Ordinal));
        var term = letter is null ? $"    {word}" : $"{letter}, {word}";
        return (option.HelpName is { } value ? $"{term} {value}" : term, option.Description ?? "");
    }

    private void AddDetails(VerbHelp help)
    {
        if (help.Details is { } details)
        {
            _page.Blank();
            _page.Line(0, details, hanging: 0);
        }
    }

    private void Add(string heading, IReadOnlyList<(string Term, string Text)> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        _page.Blank();
        _page.Line(0, heading, Ink.Heading);
        var width = rows.Max(row => row.Term.Length) + 2;
        foreach (var (term, text) in rows)
        {
            _page.Line(2, term.PadRight(width) + text, hanging: width);
        }
    }

    private void AddExamples(VerbHelp help)
    {
        if (help.Examples.Length > 0)
        {
            _page.Blank();
            _page.Line(0, "Examples:", Ink.Heading);
        }

        foreach (var (command, does) in help.Examples)
        {
            _page.Line(2, command);
            _page.Line(6, does, Ink.Faint);
        }
    }
}
