using System.CommandLine;
using MdevDesired.Cli.Input;
using MdevDesired.Cli.Options;
using MdevDesired.Cli.Terminals;
using MdevDesired.Diagnostics;
using MdevDesired.Loading;
using MdevDesired.Rendering.Pages;
using MdevDesired.Rendering.Trees;
using MdevDesired.Rendering.Validation;

namespace MdevDesired.Cli.Verbs;

/// <summary>Checks documents without a host. What is found is the result, so it goes to standard output.</summary>
internal sealed class ValidateVerb(Surroundings surroundings, Option<string> root)
{
    private readonly Option<string[]> _files = Flags.Files();
    private readonly Option<string> _output = Flags.Output("text", "json", "sarif", "github");

    public Command Command()
    {
        var command = new Command("validate", HelpTexts.Validate.Summary) { _files, _output };
        command.SetAction(parsed => (int)Run(parsed));
        return command;
    }

    private ExitCode Run(ParseResult parsed)
    {
        var reader = new InputReader(surroundings.OpenInput);
        reader.ReadDocuments(parsed.GetValue(_files) ?? [], parsed.GetRequiredValue(root));
        var loaded = DesiredStateLoader.Load(reader.Files.Sources, host: null);
        var diagnostics = reader.Files.Diagnostics.Concat(loaded.Diagnostics).ToList();
        surroundings.Output.Write(parsed.GetRequiredValue(_output) switch
        {
            "json" => ValidationDocument.Render(TreeSyntax.Json, diagnostics),
            "sarif" => SarifLog.Render(diagnostics, ProgramVersion.Text),
            "github" => GitHubCommands.Render(diagnostics),
            _ => Text(diagnostics, reader.Files, loaded),
        });
        return diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error) ? ExitCode.InvalidInput : ExitCode.Done;
    }

    private string Text(List<Diagnostic> diagnostics, InputFiles files, LoadResult loaded)
    {
        var excerpts = surroundings.OutputIsTerminal ? new SourceExcerpts(files.Sources) : null;
        var found = DiagnosticText.Count(diagnostics);
        var documents = $"{Quantity.Of(loaded.Documents.Count, "document")}, {Quantity.Of(loaded.ListedSubDevices, "sub device")}";
        return DiagnosticText.Render(diagnostics, surroundings.OutputPalette, excerpts)
            + (found.Length > 0 ? $"Found {found}.\n" : $"Valid: {documents}.\n");
    }
}
