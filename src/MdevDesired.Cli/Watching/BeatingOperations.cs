using MdevDesired.Applying;
using MdevDesired.Cli.Watching.Scheduling;
using MdevDesired.Planning;

namespace MdevDesired.Cli.Watching;

/// <summary>Operations each of which shows that the service goes on; the kernel may take as long as it is given.</summary>
internal sealed class BeatingOperations(IOperateHost operations, Pulse pulse, TimeSpan longest) : IOperateHost
{
    public void Perform(PlanAction action)
    {
        pulse.Beat(longest);
        operations.Perform(action);
        pulse.Beat(longest);
    }
}
