namespace MdevDesired.Model;

/// <summary>A process that holds a sub device open: taking the device away would hang in the kernel, or harm the process.</summary>
/// <param name="Id">The device.</param>
/// <param name="Pid">The process.</param>
/// <param name="Command">Its command, as ps(1) shows it.</param>
/// <param name="Path">What it has open, as <c>/dev/vfio/12</c>.</param>
internal sealed record DeviceHolder(DeviceId Id, int Pid, string Command, string Path);
