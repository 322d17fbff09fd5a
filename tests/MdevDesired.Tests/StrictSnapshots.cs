using System.Runtime.CompilerServices;

namespace MdevDesired.Tests;

/// <summary>A missing snapshot fails; to record one, run the tests once with SNAPSHOOTER_STRICT_MODE=false.</summary>
internal static class StrictSnapshots
{
    private const string Variable = "SNAPSHOOTER_STRICT_MODE";

    [ModuleInitializer]
    public static void Require() =>
        Environment.SetEnvironmentVariable(Variable, Environment.GetEnvironmentVariable(Variable) ?? "true");
}
