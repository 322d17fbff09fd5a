using MdevDesired.Applying;
using MdevDesired.Cli.Input;
using MdevDesired.Cli.Watching;
using MdevDesired.Diagnostics;
using MdevDesired.Loading;
using MdevDesired.Planning;
using MdevDesired.Saving;
using MdevDesired.Simulation.Snapshots;

namespace MdevDesired.Cli.Verbs;

/// <summary>Every diagnostic that the program may give.</summary>
internal static class Catalogue
{
    /// <summary>Ordered by number.</summary>
    public static IReadOnlyList<DiagnosticCode> Codes { get; } =
    [
        .. LoadingCodes.All,
        .. PlanningCodes.All,
        .. ApplyingCodes.All,
        .. SnapshotCodes.All,
        .. InputCodes.All,
        .. SavedPlanCodes.All,
        .. WatchCodes.All,
    ];
}
