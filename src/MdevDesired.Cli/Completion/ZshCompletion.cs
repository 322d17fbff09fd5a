namespace MdevDesired.Cli.Completion;

/// <summary>Writes the completion for zsh (zshcompsys(1)).</summary>
internal static class ZshCompletion
{
    public static string Render(CompletedCommand root) => $$"""
        #compdef mdev-desired
        # Completion of mdev-desired for zsh; written by "mdev-desired completion zsh".
        _mdev-desired() {
            local curcontext="$curcontext" state line
            local -a commands
            commands=(
        {{Lines(root.Commands.Select(command => $"        '{Escaped(command.Name)}:{Quoted(command.Description)}'"))}}
            )
            _arguments -C \
        {{Specs(root, "        ")}} \
                '1:command:->command' '*::argument:->argument'
            case $state in
                command) _describe command commands ;;
                argument)
                    case $words[1] in
        {{Lines(root.Commands.Select(Case))}}
                    esac
                    ;;
            esac
        }
        if [[ $funcstack[1] == _mdev-desired ]]; then
            _mdev-desired "$@"
        else
            compdef _mdev-desired mdev-desired
        fi

        """;

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Case(CompletedCommand command) => $"""
                        {command.Name})
                            _arguments \
            {Specs(command, "                    ")}{Argument(command.Argument)}
                            ;;
            """;

    private static string Specs(CompletedCommand command, string indent) =>
        string.Join(" \\\n", command.Options.SelectMany(Specs).Select(spec => $"{indent}'{spec}'"));

    private static IEnumerable<string> Specs(CompletedOption option)
    {
        var others = option.IsRepeatable ? "*" : $"({string.Join(' ', option.Names)})";
        var value = option.Value.Kind == ValueKind.None ? "" : $":{option.Value.Name}:{Action(option.Value)}";
        return option.Names.Select(name =>
            $"{others}{name}{(value.Length > 0 && name.StartsWith("--", StringComparison.Ordinal) ? "=" : "")}[{Escaped(option.Description)}]{value}");
    }

    private static string Argument(CompletedValue value) =>
        value.Kind == ValueKind.None ? "" : $" \\\n                    '1:{value.Name}:{Action(value)}'";

    private static string Action(CompletedValue value) => value.Kind switch
    {
        ValueKind.Words => $"({string.Join(' ', value.Words)})",
        ValueKind.File => "_files",
        ValueKind.Folder => "_files -/",
        _ => " ",
    };

    private static string Escaped(string text) => Quoted(text)
        .Replace("[", "\\[", StringComparison.Ordinal)
        .Replace("]", "\\]", StringComparison.Ordinal)
        .Replace(":", "\\:", StringComparison.Ordinal);

    private static string Quoted(string text) => text.Replace("'", "'\\''", StringComparison.Ordinal);
}
