using System.CommandLine;
using MdevDesired.Cli.Options;
using MdevDesired.Cli.Terminals;
using MdevDesired.Model;
using MdevDesired.Planning;
using MdevDesired.Rendering.Statuses;
using MdevDesired.Rendering.Trees;
using MdevDesired.Reporting;

namespace MdevDesired.Cli.Verbs;

/// <summary>Shows how each device stands.</summary>
internal sealed class StatusVerb(Surroundings surroundings, Option<string> root)
{
    private readonly Option<string[]> _files = Flags.Files();
    private readonly Option<string?> _observed = Flags.Observed();
    private readonly Option<ParentAddress?> _parent = Flags.Parent();
    private readonly Option<bool> _exitCode = Flags.Switch("--exit-code", "Exit with 2 when anything is not in sync.");
    private readonly Option<string> _output = Flags.Output("text", "json", "yaml", "prometheus");

    public Command Command()
    {
        var command = new Command("status", HelpTexts.Status.Summary) { _files, _observed, _parent, _exitCode, _output };
        command.SetAction(parsed => (int)Run(parsed));
        return command;
    }

    private ExitCode Run(ParseResult parsed)
    {
        var options = new PlanOptions { Parent = parsed.GetValue(_parent) };
        if (Undertaking.Begin(
            surroundings, parsed.GetRequiredValue(root), parsed.GetValue(_observed), parsed.GetValue(_files) ?? [], options) is not { } undertaking)
        {
            return ExitCode.InvalidInput;
        }

        var assessment = undertaking.Survey();
        var status = HostStatus.Of(assessment, undertaking.Desired, options);
        surroundings.Output.Write(Render(status, parsed.GetRequiredValue(_output)));
        return options.Parent is { } asked && undertaking.Desired.Find(asked) is null && status.Parents.Count == 0 ? ExitCode.Error
            : parsed.GetValue(_exitCode) && !status.IsInSync ? ExitCode.Pending
            : ExitCode.Done;
    }

    private string Render(HostStatus status, string format) => format switch
    {
        "json" => StatusDocument.Render(TreeSyntax.Json, status),
        "yaml" => StatusDocument.Render(TreeSyntax.Yaml, status),
        "prometheus" => StatusMetrics.Render(status),
        _ => StatusText.Render(status, surroundings.OutputPalette),
    };
}
