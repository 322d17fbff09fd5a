using System.CommandLine;
using MdevDesired.Cli.Hosts;
using MdevDesired.Cli.Options;
using MdevDesired.Cli.Terminals;
using MdevDesired.Model;
using MdevDesired.Model.Simulated;
using MdevDesired.Rendering.Observations;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Cli.Verbs;

/// <summary>Shows what a host has.</summary>
internal sealed class ShowVerb(Surroundings surroundings, Option<string> root)
{
    private readonly Option<string?> _observed = Flags.Observed();
    private readonly Option<string> _output = Flags.Output("text", "json", "yaml");

    public Command Command()
    {
        var command = new Command("show", HelpTexts.Show.Summary) { _observed, _output };
        command.SetAction(parsed => (int)Run(parsed));
        return command;
    }

    private ExitCode Run(ParseResult parsed)
    {
        if (HostOpening.Open(surroundings, parsed.GetRequiredValue(root), parsed.GetValue(_observed)) is not { } host)
        {
            return ExitCode.InvalidInput;
        }

        var snapshot = host.Simulation?.Snapshot ?? Look(host);
        surroundings.Output.Write(parsed.GetRequiredValue(_output) switch
        {
            "json" => ObservedStateDocument.Render(TreeSyntax.Json, snapshot),
            "yaml" => ObservedStateDocument.Render(TreeSyntax.Yaml, snapshot),
            _ => ObservedText.Render(snapshot.Observed, snapshot.Ledger, surroundings.OutputPalette),
        });
        return ExitCode.Done;
    }

    private HostSnapshot Look(HostPorts host)
    {
        var reading = host.Store.Load();
        surroundings.Announce(reading.Problem is { } problem ? [problem] : []);
        return new(WithHolders(host.Observe.Observe(ShowScope.Of(reading.Ledger)), host), reading.Ledger, SimulationRules.None);
    }

    // Of parents only those with devlink can be disturbed.
    private static ObservedState WithHolders(ObservedState observed, HostPorts host)
    {
        var parents = observed.Parents.Where(parent => parent.Devlink is not null).Select(parent => new ParentId(parent.Address));
        var found = host.Observe.FindHolders(observed, [.. observed.SubDevices.Select(device => device.Id), .. parents]);
        return observed with { Holders = found.Holders, SawEveryProcess = found.SawEveryProcess };
    }
}
