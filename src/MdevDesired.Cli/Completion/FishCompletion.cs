namespace MdevDesired.Cli.Completion;

/// <summary>Writes the completion for fish (https://fishshell.com/docs/current/completions.html).</summary>
internal static class FishCompletion
{
    private const string Start = "complete -c mdev-desired";

    public static string Render(CompletedCommand root)
    {
        var names = string.Join(' ', root.Commands.Select(command => command.Name));
        var nothingYet = $"{Start} -n 'not __fish_seen_subcommand_from {names}'";
        string[] lines =
        [
            "# Completion of mdev-desired for fish; written by \"mdev-desired completion fish\".",
            $"{Start} -f",
            .. root.Commands.Select(command => $"{nothingYet} -a {command.Name} -d {Quoted(command.Description)}"),
            .. root.Options.Select(option => $"{nothingYet}{Option(option)}"),
            .. root.Commands.SelectMany(Lines),
            "",
        ];
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Lines(CompletedCommand command)
    {
        var start = $"{Start} -n '__fish_seen_subcommand_from {command.Name}'";
        return command.Options.Select(option => $"{start}{Option(option)}").Concat(command.Argument.Kind switch
        {
            ValueKind.Words => [$"{start} -a '{string.Join(' ', command.Argument.Words)}'"],
            ValueKind.File => [$"{start} -F"],
            _ => [],
        });
    }

    private static string Option(CompletedOption option) =>
        $"{string.Concat(option.Names.Select(Name))}{Value(option.Value)} -d {Quoted(option.Description)}";

    private static string Name(string name) => name.StartsWith("--", StringComparison.Ordinal) ? $" -l {name[2..]}" : $" -s {name[1..]}";

    private static string Value(CompletedValue value) => value.Kind switch
    {
        ValueKind.None => "",
        ValueKind.Words => $" -x -a '{string.Join(' ', value.Words)}'",
        ValueKind.File => " -r -F",
        ValueKind.Folder => " -x -a '(__fish_complete_directories)'",
        _ => " -x",
    };

    private static string Quoted(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
