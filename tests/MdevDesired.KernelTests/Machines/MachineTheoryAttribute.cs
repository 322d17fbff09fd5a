using Xunit;

namespace MdevDesired.KernelTests.Machines;

/// <summary>A test with cases in a machine. Where one cannot be built it is skipped and names what is missing; in CI it fails instead.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MachineTheoryAttribute : TheoryAttribute
{
    public MachineTheoryAttribute()
    {
        if (MachineParts.MaySkip)
            Skip = MachineParts.Missing;
    }
}
