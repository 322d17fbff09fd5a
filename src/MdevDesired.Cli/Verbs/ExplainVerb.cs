using System.CommandLine;
using MdevDesired.Cli.Options;
using MdevDesired.Cli.Terminals;
using MdevDesired.Diagnostics;
using MdevDesired.Rendering.Validation;

namespace MdevDesired.Cli.Verbs;

/// <summary>Explains diagnostics.</summary>
internal sealed class ExplainVerb(Surroundings surroundings)
{
    private readonly Argument<string?> _code = new("CODE")
    {
        Description = "A code such as MD0012.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Command Command()
    {
        var command = new Command("explain", HelpTexts.Explain.Summary) { _code };
        command.SetAction(parsed => (int)Run(parsed.GetValue(_code)));
        return command;
    }

    private ExitCode Run(string? text)
    {
        if (text is null)
        {
            surroundings.Output.Write(Explanations.List(Catalogue.Codes, surroundings.OutputPalette));
            return ExitCode.Done;
        }

        if (Find(text) is { } code)
        {
            surroundings.Output.Write(Explanations.Of(code, surroundings.OutputPalette));
            return ExitCode.Done;
        }

        return Unknown(text);
    }

    private static DiagnosticCode? Find(string text)
    {
        var digits = text.StartsWith("MD", StringComparison.OrdinalIgnoreCase) ? text[2..] : text;
        return int.TryParse(digits, out var number) ? Catalogue.Codes.FirstOrDefault(code => code.Number == number) : null;
    }

    private ExitCode Unknown(string text)
    {
        surroundings.Error.Write($"error: there is no diagnostic {UserText.Quote(text)}\n");
        surroundings.Error.Write("  hint: \"mdev-desired explain\" lists them\n");
        return ExitCode.InvalidInput;
    }
}
