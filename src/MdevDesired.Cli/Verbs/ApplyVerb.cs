using System.CommandLine;
using MdevDesired.Applying;
using MdevDesired.Cli.Hosts;
using MdevDesired.Cli.Options;
using MdevDesired.Cli.Terminals;
using MdevDesired.Rendering.Plans;

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
        using var held = undertaking.Host.Lock(_flags.LockTimeout(parsed), CancellationToken.None);
        if (Agreed(undertaking, parsed) is not { } assessment)
        {
            surroundings.Error.Write("Nothing was changed.\n");
            return ExitCode.Error;
        }

        var operate = undertaking.Host.Operate(_flags.Timeout(parsed));
        using var worker = operate as IDisposable;
        var report = Run(undertaking, operate, assessment, _flags.ApplyOptions(parsed, undertaking.Options, undertaking.Host));
        surroundings.Announce(report.Problems);
        ReportOutput.Write(report, _flags.Format(parsed), surroundings);
        return _flags.ObservedOut(parsed) is { } path && undertaking.Host.Simulation is { } simulation
            ? SnapshotFile.Save(path, simulation.Snapshot, surroundings) ?? ReportOutput.Code(report)
            : ReportOutput.Code(report);
    }

    // Nobody knows how long a question waits for its answer: what was agreed to is what a new look at the host still gives.
    private HostAssessment? Agreed(Undertaking undertaking, ParseResult parsed)
    {
        var assessment = undertaking.Assess();
        if (undertaking.Saved is { } saved)
        {
            return Agreement.Holds(saved, assessment, surroundings) ? assessment : null;
        }

        if (!assessment.Plan.MayDisrupt || assessment.Plan.IsRefused || _flags.IsAgreed(parsed) || !surroundings.CanAsk)
        {
            return assessment;
        }

        surroundings.Error.Write(PlanText.Render(assessment.Plan, surroundings.ErrorPalette));
        if (!Question.Ask(surroundings, "This takes devices away from whoever may use them. Go ahead?"))
        {
            return null;
        }

        var now = undertaking.Assess();
        if (now.Plan == assessment.Plan)
        {
            return now;
        }

        surroundings.Error.Write("The host has changed meanwhile, and so has the plan: look at the new one.\n");
        return null;
    }

    private ApplyReport Run(Undertaking undertaking, IOperateHost operate, HostAssessment assessment, ApplyOptions options)
    {
        using var interrupts = surroundings.HeedInterrupts();
        using var told = interrupts.Token.Register(
            () => surroundings.Error.Write($"Interrupted: what was begun is {(options.Rollback ? "undone" : "finished")}; a second interrupt ends the run at once.\n"));
        IProgressDisplay display = surroundings.ErrorIsTerminal
            ? new LiveDisplay(surroundings.Error, surroundings.NoColor)
            : new LineDisplay(surroundings.Error);
        ApplyReport Work(IApplyProgress progress) =>
            new Applier(undertaking.Host.Observe, operate, undertaking.Host.Store, progress, options)
                .Apply(undertaking.Desired, assessment, interrupts.Token);
        return display.During(assessment.Plan.Changes.Count, Work);
    }
}
