using MdevDesired.Applying;
using MdevDesired.Planning;

namespace MdevDesired.Tests.Doubles;

/// <summary>Operations that are refused where the fault says so, and otherwise reach the host.</summary>
internal sealed class FaultyOperations(IOperateHost host, Func<PlanAction, Errno?> fault) : IOperateHost
{
    public void Perform(PlanAction action)
    {
        if (fault(action) is { } errno)
        {
            throw new KernelException("write", $"{action.Kind} of {action.Id}", errno);
        }

        host.Perform(action);
    }
}
