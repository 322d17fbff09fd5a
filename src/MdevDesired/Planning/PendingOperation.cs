using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>Says that an operation of an earlier run has not come to its end.</summary>
internal static class PendingOperation
{
    public static Obstacle Of(LedgerPending operation) => new(
        PlanningCodes.Pending,
        $"{operation.Action} of an earlier run is pending: process {operation.Waiter.Pid} still waits for it in the kernel",
        "it goes on by itself when whoever holds the device lets go; apply again then");
}
