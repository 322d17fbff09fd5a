using Xunit;

namespace MdevDesired.KernelTests.Machines;

/// <summary>A test in a machine. Where one cannot be built it is skipped and names what is missing; in CI it fails instead.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MachineFactAttribute : FactAttribute
{
    public MachineFactAttribute()
    {
        if (MachineParts.MaySkip)
            Skip = MachineParts.Missing;
    }
}
