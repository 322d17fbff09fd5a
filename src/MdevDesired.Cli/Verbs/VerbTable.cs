using System.CommandLine;
using MdevDesired.Cli.Terminals;
using MdevDesired.Linux.Workers;

namespace MdevDesired.Cli.Verbs;

/// <summary>The commands by name.</summary>
internal static class VerbTable
{
    private static readonly string[] Names = ["validate", "plan", "apply", "status", "watch", "show", "explain", "completion", "version"];

    /// <summary>The commands that the arguments name, for only one of them runs; all of them, for help and hints, when they name none.</summary>
    public static IEnumerable<Command> Needed(IReadOnlyList<string> args, Surroundings surroundings, Option<string> root)
    {
        var named = Array.FindAll([.. Names, WorkerProcess.Verb], args.Contains);
        return Array.ConvertAll(named.Length > 0 ? named : Names, name => Make(name, surroundings, root));
    }

    private static Command Make(string name, Surroundings surroundings, Option<string> root) => name switch
    {
        "validate" => new ValidateVerb(surroundings, root).Command(),
        "plan" => new PlanVerb(surroundings, root).Command(),
        "apply" => new ApplyVerb(surroundings, root).Command(),
        "status" => new StatusVerb(surroundings, root).Command(),
        "watch" => new WatchVerb(surroundings, root).Command(),
        "show" => new ShowVerb(surroundings, root).Command(),
        "explain" => new ExplainVerb(surroundings).Command(),
        "completion" => new CompletionVerb(surroundings, () => CommandLine.Root([], surroundings)).Command(),
        WorkerProcess.Verb => new WorkerVerb(surroundings).Command(),
        "version" => new VersionVerb(surroundings).Command(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such command"),
    };
}
