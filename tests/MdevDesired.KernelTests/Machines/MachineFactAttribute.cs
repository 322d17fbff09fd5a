using Xunit;

namespace MdevDesired.KernelTests.Machines;

/// <summary>A test in a machine: skipped, with the reason, where no machine can be built; in CI it fails instead.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MachineFactAttribute : FactAttribute
{
    public MachineFactAttribute()
    {
        if (MachineParts.MaySkip)
        {
            Skip = MachineParts.Missing;
        }
    }
}
