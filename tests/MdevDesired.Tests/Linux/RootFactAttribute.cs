using Xunit;

namespace MdevDesired.Tests.Linux;

/// <summary>A test that needs root, and is skipped visibly without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Skip = "needs root";
        }
    }
}
