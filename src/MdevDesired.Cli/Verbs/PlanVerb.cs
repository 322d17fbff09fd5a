using System.CommandLine;
using MdevDesired.Cli.Hosts;
using MdevDesired.Cli.Options;
using MdevDesired.Cli.Terminals;
using MdevDesired.Model;
using MdevDesired.Planning;
using MdevDesired.Saving;

namespace MdevDesired.Cli.Verbs;

/// <summary>Shows what apply would do.</summary>
internal sealed class PlanVerb(Surroundings surroundings, Option<string> root)
{
    private readonly Option<string[]> _files = Flags.Files();
    private readonly Option<string?> _observed = Flags.Observed();
    private readonly Option<ParentAddress?> _parent = Flags.Parent();
    private readonly Option<bool> _adopt = Flags.Adopt();
    private readonly Option<bool> _pruneRemoved = Flags.PruneRemoved();
    private readonly Option<string?> _out = new("--out") { Description = "Save the plan, for apply to do just that.", HelpName = "FILE" };
    private readonly Option<bool> _allowDisruption = Flags.AllowDisruption();
    private readonly Option<bool> _exitCode = Flags.Switch("--exit-code", "Exit with 2 when anything is to be done or blocked.");
    private readonly Option<string> _output = Flags.Output("text", "json", "yaml");

    public Command Command()
    {
        var command = new Command("plan", HelpTexts.Plan.Summary) { _files, _observed, _parent, _adopt, _pruneRemoved, _allowDisruption, _out, _exitCode, _output };
        command.SetAction(parsed => (int)Run(parsed));
        return command;
    }

    private ExitCode Run(ParseResult parsed)
    {
        var options = new PlanOptions
        {
            Parent = parsed.GetValue(_parent),
            Adopt = parsed.GetValue(_adopt),
            PruneRemoved = parsed.GetValue(_pruneRemoved),
            AllowDisruption = parsed.GetValue(_allowDisruption),
        };
        if (Undertaking.Begin(
            surroundings, parsed.GetRequiredValue(root), parsed.GetValue(_observed), parsed.GetValue(_files) ?? [], options) is not { } undertaking)
        {
            return ExitCode.InvalidInput;
        }

        var plan = undertaking.Assess().Plan;
        surroundings.Output.Write(PlanOutput.Render(plan, parsed.GetRequiredValue(_output), surroundings.OutputPalette));
        return Save(undertaking, plan, parsed.GetValue(_out)) ?? Code(plan, parsed.GetValue(_exitCode));
    }

    private ExitCode? Save(Undertaking undertaking, Plan plan, string? path) => path is null ? null
        : SavedPlanFile.Save(path, SavedPlanDocument.Render(plan, undertaking.Options, undertaking.Documents), surroundings);

    private static ExitCode Code(Plan plan, bool tellPending) =>
        plan.IsRefused ? ExitCode.Error
        : tellPending && (!plan.IsEmpty || plan.IsBlocked) ? ExitCode.Pending
        : ExitCode.Done;
}
