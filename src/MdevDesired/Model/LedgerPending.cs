namespace MdevDesired.Model;

/// <summary>An operation that the kernel had not answered when its run ended.</summary>
/// <param name="Id">The device that it is about.</param>
/// <param name="Action">The action's word, as <c>remove-mdev</c>.</param>
/// <param name="Waiter">The process that waits in the kernel: when it is gone, the operation has come to its end.</param>
internal sealed record LedgerPending(DeviceId Id, string Action, ProcessIdentity Waiter);
