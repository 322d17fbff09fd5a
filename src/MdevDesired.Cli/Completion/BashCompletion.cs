namespace MdevDesired.Cli.Completion;

/// <summary>Writes the completion for bash (bash(1), "Programmable Completion"); it needs nothing beside bash.</summary>
internal static class BashCompletion
{
    public static string Render(CompletedCommand root)
    {
        var commands = root.Commands.Prepend(root with { Name = "" }).ToList();
        return $$"""
            # Completion of mdev-desired for bash; written by "mdev-desired completion bash".
            _mdev_desired() {
                local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command='' words='' i
                # "=" is a word of its own: --output=json is three.
                if [[ $word == = ]]; then
                    word=''
                elif [[ $before == = ]]; then
                    before=${COMP_WORDS[COMP_CWORD-2]}
                fi
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case ${COMP_WORDS[i]} in
                        {{string.Join('|', root.Commands.Select(command => command.Name))}})
                            command=${COMP_WORDS[i]}
                            break
                            ;;
                    esac
                done
                COMPREPLY=()
                case $command:$before in
            {{Lines(commands.SelectMany(Values))}}
                esac
                case $command in
            {{Lines(commands.SelectMany(Words))}}
                esac
                mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
                if [[ $command:$word != *:-* ]]; then
                    case $command in
            {{Lines(commands.Where(command => command.Argument.Kind == ValueKind.File).Select(command => $"            {command.Name}) {Offer(command.Argument)} ;;"))}}
                    esac
                fi
            }
            complete -F _mdev_desired mdev-desired

            """;
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static IEnumerable<string> Values(CompletedCommand command) =>
        from option in command.Options
        where option.Value.Kind != ValueKind.None
        let pattern = string.Join('|', option.Names.Select(name => $"{command.Name}:{name}"))
        select $"        {pattern}) {Offer(option.Value)}; return ;;";

    private static IEnumerable<string> Words(CompletedCommand command)
    {
        var words = command.Commands.Where(_ => command.Name.Length == 0).Select(verb => verb.Name)
            .Concat(command.Argument.Words)
            .Concat(command.Options.SelectMany(option => option.Names));
        yield return $"        '{command.Name}') words='{string.Join(' ', words)}' ;;";
    }

    // compopt is at home in a completion only; what is tried without one does not need it.
    private static string Offer(CompletedValue value) => value.Kind switch
    {
        ValueKind.Words => $"mapfile -t COMPREPLY < <(compgen -W '{string.Join(' ', value.Words)}' -- \"$word\")",
        ValueKind.File => "compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- \"$word\")",
        ValueKind.Folder => "compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- \"$word\")",
        _ => ":",
    };
}
