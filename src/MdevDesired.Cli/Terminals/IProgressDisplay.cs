using MdevDesired.Applying;

namespace MdevDesired.Cli.Terminals;

/// <summary>Shows the progress of a run while it lasts.</summary>
internal interface IProgressDisplay
{
    /// <summary>Runs the work, which tells of its progress.</summary>
    /// <param name="devices">How many sub devices the work takes up.</param>
    /// <param name="work">The work.</param>
    ApplyReport During(int devices, Func<IApplyProgress, ApplyReport> work);
}
