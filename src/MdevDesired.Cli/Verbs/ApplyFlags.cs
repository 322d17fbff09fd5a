using System.CommandLine;
using System.CommandLine.Parsing;
using MdevDesired.Applying;
using MdevDesired.Cli.Hosts;
using MdevDesired.Cli.Options;
using MdevDesired.Model;
using MdevDesired.Planning;

namespace MdevDesired.Cli.Verbs;

/// <summary>The options of apply.</summary>
internal sealed class ApplyFlags
{
    private readonly Argument<string?> _plan = new("PLAN") { Description = "A plan that plan --out saved.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string[]> _files = Flags.Files();
    private readonly Option<string?> _observed = Flags.Observed();
    private readonly Option<string?> _observedOut = new("--observed-out") { Description = "Save the snapshot as it is afterwards.", HelpName = "FILE" };
    private readonly Option<ParentAddress?> _parent = Flags.Parent();
    private readonly Option<bool> _ifListed = Flags.Switch("--if-listed", "With --parent: do nothing when no document lists it.");
    private readonly Option<bool> _dryRun = Flags.Switch("--dry-run", "Show the plan and change nothing.");
    private readonly Option<TimeSpan> _wait = Flags.Duration("--wait", "How long to wait for absent parents of which the document does not say it.", "0s");
    private readonly Option<TimeSpan> _lockTimeout = Flags.LockTimeout();
    private readonly Option<TimeSpan?> _timeout = Flags.Timeout();
    private readonly Option<bool> _rollback = Flags.Switch("--rollback", "When a device fails, undo the whole run.");
    private readonly Option<bool> _keepFailed = Flags.Switch("--keep-failed", "Leave a half-made device in place of removing it again.");
    private readonly Option<bool> _adopt = Flags.Adopt();
    private readonly Option<bool> _pruneRemoved = Flags.PruneRemoved();
    private readonly Option<bool> _allowDisruption = Flags.AllowDisruption();
    private readonly Option<bool> _yes = Flags.Switch("--yes", "Do not ask.");
    private readonly Option<string> _output = Flags.Output("text", "json");

    public void AddTo(Command command)
    {
        Option[] options = [_files, _observed, _observedOut, _parent, _dryRun, _wait, _timeout, _lockTimeout, _rollback, _keepFailed, _adopt, _pruneRemoved, _allowDisruption, _yes, _output];
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.Add(_ifListed);
        command.Add(_plan);
        command.Validators.Add(RejectWithPlan);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_ifListed) && result.GetResult(_parent) is null)
            {
                result.AddError("--if-listed goes with --parent: it is that parent which may be in no document");
            }

            if (result.GetResult(_observedOut) is not null && result.GetResult(_observed) is null)
            {
                result.AddError("--observed-out goes with --observed: a real host has no snapshot to save");
            }

            if (result.GetValue(_rollback) && result.GetValue(_keepFailed))
            {
                result.AddError("--rollback undoes what --keep-failed would leave: give one of them");
            }
        });
    }

    /// <summary>The saved plan that shall be applied, or null.</summary>
    public string? Plan(ParseResult parsed) => parsed.GetValue(_plan);

    public string[] Files(ParseResult parsed) => parsed.GetValue(_files) ?? [];

    public string? Observed(ParseResult parsed) => parsed.GetValue(_observed);

    public string? ObservedOut(ParseResult parsed) => parsed.GetValue(_observedOut);

    /// <summary>The parent for which there is nothing to do when no document lists it, or null.</summary>
    public ParentAddress? IfListed(ParseResult parsed) => parsed.GetValue(_ifListed) ? parsed.GetValue(_parent) : null;

    public bool IsDryRun(ParseResult parsed) => parsed.GetValue(_dryRun);

    public string Format(ParseResult parsed) => parsed.GetRequiredValue(_output);

    public PlanOptions PlanOptions(ParseResult parsed) => new()
    {
        Parent = parsed.GetValue(_parent),
        Adopt = parsed.GetValue(_adopt),
        AllowDisruption = parsed.GetValue(_allowDisruption),
        PruneRemoved = parsed.GetValue(_pruneRemoved),
    };

    public RoundSettings Settings(ParseResult parsed, Undertaking undertaking) => new()
    {
        Apply = ApplyOptions(parsed, undertaking.Options, undertaking.Host),
        Wait = parsed.GetValue(_wait),
        LockTimeout = parsed.GetValue(_lockTimeout),
        Timeout = parsed.GetValue(_timeout),
        IsAgreed = parsed.GetValue(_yes),
    };

    // A simulation takes one device after the other, so that the same input gives the same snapshot.
    private ApplyOptions ApplyOptions(ParseResult parsed, PlanOptions plan, HostPorts host)
    {
        var options = new ApplyOptions { KeepFailed = parsed.GetValue(_keepFailed), Rollback = parsed.GetValue(_rollback), Plan = plan };
        return host.Simulation is null ? options : options with { Parallelism = 1 };
    }

    private void RejectWithPlan(CommandResult result)
    {
        Option[] others = [_files, _parent, _wait, _adopt, _pruneRemoved, _allowDisruption];
        if (result.GetResult(_plan) is not { Tokens: [var plan, ..] })
        {
            return;
        }

        if (plan.Value is ['-', _, ..])
        {
            result.AddError($"Unrecognized command or argument '{plan.Value}'.");
        }
        else if (Array.Find(others, option => result.GetResult(option) is { Implicit: false }) is { } other)
        {
            result.AddError($"PLAN and {other.Name} exclude each other: a saved plan has its own documents and options");
        }
    }
}
