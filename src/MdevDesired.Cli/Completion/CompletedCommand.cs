using System.CommandLine;
using System.CommandLine.Completions;

namespace MdevDesired.Cli.Completion;

/// <summary>A command as a shell offers it, taken from what parses the command line, so that both always agree.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Description">One line.</param>
/// <param name="Options">Its own, and those that every command has.</param>
/// <param name="Argument">What it takes beside options.</param>
/// <param name="Commands">Those beneath it.</param>
internal sealed record CompletedCommand(
    string Name, string Description, IReadOnlyList<CompletedOption> Options, CompletedValue Argument, IReadOnlyList<CompletedCommand> Commands)
{
    public static CompletedCommand Of(Command root) => Of(root, []);

    private static CompletedCommand Of(Command command, IEnumerable<Option> inherited) => new(
        command.Name,
        command.Description ?? "",
        [.. command.Options.Concat(inherited).Where(option => !option.Hidden).Select(Completed)],
        command.Arguments is [var argument, ..] ? CompletedValue.Of(argument.Name, Words(argument)) : CompletedValue.None,
        [.. command.Subcommands.Where(verb => !verb.Hidden).Select(verb => Of(verb, command.Options.Where(option => option.Recursive)))]);

    private static CompletedOption Completed(Option option) => new(
        [.. option.Aliases.Append(option.Name).Where(name => name is not "-?").Order(StringComparer.Ordinal).OrderBy(name => name.Length)],
        option.Description ?? "",
        option.ValueType == typeof(bool) ? CompletedValue.None : CompletedValue.Of(option.HelpName ?? "VALUE", Words(option)),
        option.ValueType.IsArray);

    // Words are in the order in which they were given: the default first.
    private static List<string> Words(Option option) => Words(option.CompletionSources);

    private static List<string> Words(Argument argument) => Words(argument.CompletionSources);

    private static List<string> Words(List<Func<CompletionContext, IEnumerable<CompletionItem>>> sources) =>
        sources.SelectMany(source => source(CompletionContext.Empty)).Select(item => item.Label).ToList();
}
