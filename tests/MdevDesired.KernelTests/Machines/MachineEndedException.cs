namespace MdevDesired.KernelTests.Machines;

/// <summary>The machine is gone, or cannot be trusted any more; the message ends with what its kernel said last.</summary>
public sealed class MachineEndedException(string message) : Exception(message);
