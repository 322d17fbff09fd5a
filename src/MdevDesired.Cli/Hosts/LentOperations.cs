using MdevDesired.Applying;
using MdevDesired.Planning;

namespace MdevDesired.Cli.Hosts;

/// <summary>The operations of a host that is used on when a run ends: whoever disposes of what a run opened must not close it.</summary>
internal sealed class LentOperations(IOperateHost host) : IOperateHost
{
    public void Perform(PlanAction action) => host.Perform(action);
}
