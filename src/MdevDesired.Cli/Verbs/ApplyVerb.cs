using System.CommandLine;
using System.Runtime.ExceptionServices;
using MdevDesired.Applying;
using MdevDesired.Cli.Hosts;
using MdevDesired.Cli.Options;
using MdevDesired.Cli.Terminals;
using MdevDesired.Linux.State;

namespace MdevDesired.Cli.Verbs;

/// <summary>Makes a host as the documents say.</summary>
internal sealed class ApplyVerb(Surroundings surroundings, Option<string> root)
{
    private readonly ApplyFlags _flags = new();

    public Command Command()
    {
        var command = new Command("apply", HelpTexts.Apply.Summary);
        _flags.AddTo(command);
        command.SetAction(parsed => (int)Run(parsed));
        return command;
    }

    private ExitCode Run(ParseResult parsed)
    {
        if (Begin(parsed) is not { } undertaking)
        {
            return ExitCode.InvalidInput;
        }

        // Asked before the lock is: of the parents that udev names, most are nobody's.
        if (_flags.IfListed(parsed) is { } parent && !undertaking.Desired.Parents.Any(listed => listed.Address.Matches(parent)))
        {
            surroundings.Output.Write($"Nothing to do: no document lists {parent}.\n");
            return ExitCode.Done;
        }

        return _flags.IsDryRun(parsed) ? Preview(undertaking, parsed) : Apply(undertaking, parsed);
    }

    private Undertaking? Begin(ParseResult parsed)
    {
        var (folder, observed) = (parsed.GetRequiredValue(root), _flags.Observed(parsed));
        return _flags.Plan(parsed) is { } saved
            ? Undertaking.Resume(surroundings, folder, observed, saved)
            : Undertaking.Begin(surroundings, folder, observed, _flags.Files(parsed), _flags.PlanOptions(parsed));
    }

    private ExitCode Preview(Undertaking undertaking, ParseResult parsed)
    {
        var assessment = undertaking.Assess();
        if (undertaking.Saved is { } saved && !Agreement.Holds(saved, assessment, surroundings))
        {
            return ExitCode.Error;
        }

        var plan = assessment.Plan;
        surroundings.Output.Write(PlanOutput.Render(plan, _flags.Format(parsed), surroundings.OutputPalette));
        return plan.IsRefused ? ExitCode.Error : ExitCode.Done;
    }

    private ExitCode Apply(Undertaking undertaking, ParseResult parsed)
    {
        if (Report(undertaking, parsed) is not { } report)
        {
            surroundings.Error.Write("Nothing was changed.\n");
            return ExitCode.Error;
        }

        return _flags.ObservedOut(parsed) is { } path && undertaking.Host.Simulation is { } simulation
            ? SnapshotFile.Save(path, simulation.Snapshot, surroundings) ?? ReportOutput.Code(report)
            : ReportOutput.Code(report);
    }

    private ApplyReport? Report(Undertaking undertaking, ParseResult parsed)
    {
        ApplyReport? report = null;
        try
        {
            using var rounds = new Rounds(surroundings, undertaking, _flags.Settings(parsed, undertaking));
            report = Done(rounds, out var trouble);
            trouble?.Throw();
        }
        finally
        {
            if (report is not null)
            {
                surroundings.Announce(report.Problems);
                ReportOutput.Write(report, _flags.Format(parsed), surroundings);
            }
        }

        return report;
    }

    // What was done is told, whatever keeps the rest from being done.
    private static ApplyReport? Done(Rounds rounds, out ExceptionDispatchInfo? trouble)
    {
        trouble = null;
        try
        {
            return rounds.Run();
        }
        catch (Exception exception) when (exception is KernelException or HostLockedException)
        {
            trouble = ExceptionDispatchInfo.Capture(exception);
            return rounds.SoFar;
        }
    }
}
