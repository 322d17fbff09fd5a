using MdevDesired.Planning;

namespace MdevDesired.Applying;

/// <summary>The port through which a host is changed.</summary>
internal interface IOperateHost
{
    /// <summary>Performs one action, without its fallback; returns when the kernel has. Safe to call from several threads.</summary>
    /// <exception cref="KernelException">The kernel refused.</exception>
    void Perform(PlanAction action);
}
