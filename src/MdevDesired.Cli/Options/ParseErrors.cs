using System.CommandLine;
using System.CommandLine.Parsing;
using MdevDesired.Cli.Terminals;
using MdevDesired.Diagnostics;

namespace MdevDesired.Cli.Options;

/// <summary>Says what is wrong with a command line, and what may have been meant.</summary>
internal static class ParseErrors
{
    public static ExitCode Report(ParseResult parsed, Surroundings surroundings)
    {
        var error = surroundings.ErrorOf(Severity.Error);
        foreach (var message in parsed.Errors.Select(mistake => mistake.Message).Distinct())
        {
            error.Write($"error: {UserText.Escape(message)}\n");
        }

        foreach (var hint in Strange(parsed).Select(token => Suggestion.For(token, Known(parsed))).OfType<string>().Distinct())
        {
            error.Write($"  hint: {hint}\n");
        }

        error.Write($"  hint: \"{Path(parsed)} --help\" shows what is allowed\n");
        return ExitCode.InvalidInput;
    }

    // What looks like an option and is none may have been taken for the argument of a command.
    private static IEnumerable<string> Strange(ParseResult parsed) =>
        parsed.UnmatchedTokens.Concat(parsed.Tokens.Where(token => token.Type == TokenType.Argument && token.Value.StartsWith('-')).Select(token => token.Value));

    private static IEnumerable<string> Known(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        return command.Subcommands.Select(verb => verb.Name)
            .Concat(command.Options.Concat(parsed.RootCommandResult.Command.Options).SelectMany(option => option.Aliases.Append(option.Name)))
            .Where(name => name.Length > 2);
    }

    private static string Path(ParseResult parsed) =>
        parsed.CommandResult == parsed.RootCommandResult
            ? CommandLine.ProgramName
            : $"{CommandLine.ProgramName} {parsed.CommandResult.Command.Name}";
}
