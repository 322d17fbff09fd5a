using System.CommandLine;
using MdevDesired.Cli.Completion;
using MdevDesired.Cli.Options;
using MdevDesired.Cli.Terminals;
using MdevDesired.Diagnostics;

namespace MdevDesired.Cli.Verbs;

/// <summary>Writes what makes a shell complete this program's command lines.</summary>
/// <param name="surroundings">Where to write.</param>
/// <param name="root">Makes the whole tree of commands.</param>
internal sealed class CompletionVerb(Surroundings surroundings, Func<Command> root)
{
    private static readonly string[] Shells = ["bash", "zsh", "fish"];

    private readonly Argument<string> _shell = new("SHELL") { Description = "bash, zsh or fish." };

    public Command Command()
    {
        _shell.CompletionSources.Add(Shells);
        _shell.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !Shells.Contains(text))
            {
                var hint = Suggestion.For(text, Shells) is { } near ? $"; {near}" : "";
                result.AddError($"completion: \"{text}\" is none of {string.Join(", ", Shells)}{hint}");
            }
        });
        var command = new Command("completion", HelpTexts.Completion.Summary) { _shell };
        command.SetAction(parsed => (int)Run(parsed.GetRequiredValue(_shell)));
        return command;
    }

    private ExitCode Run(string shell)
    {
        var tree = CompletedCommand.Of(root());
        surroundings.Output.Write(shell switch
        {
            "zsh" => ZshCompletion.Render(tree),
            "fish" => FishCompletion.Render(tree),
            _ => BashCompletion.Render(tree),
        });
        return ExitCode.Done;
    }
}
