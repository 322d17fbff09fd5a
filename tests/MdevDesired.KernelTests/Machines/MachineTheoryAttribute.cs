using Xunit;

namespace MdevDesired.KernelTests.Machines;

/// <summary>A test with cases in a machine: skipped and failing as <see cref="MachineFactAttribute"/> says.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MachineTheoryAttribute : TheoryAttribute
{
    public MachineTheoryAttribute()
    {
        if (MachineParts.MaySkip)
        {
            Skip = MachineParts.Missing;
        }
    }
}
