using MdevDesired.Model;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Planning.Subfunctions;

/// <summary>Compares the attributes of a subfunction's function. One that the kernel does not show is compared with what was written.</summary>
internal static class FunctionComparison
{
    /// <summary>What differs, each with the change of only that.</summary>
    /// <param name="desired">What is listed; what is null is not compared.</param>
    /// <param name="observed">As the port shows it, or null.</param>
    /// <param name="written">What the ledger has as written, or null for a device of others.</param>
    public static IEnumerable<(string Reason, DevlinkPortFunctionChange Change)> Differences(
        DevlinkPortFunctionChange desired, DevlinkPortFunction? observed, EquatableArray<AttributeValue>? written)
    {
        var shown = new DevlinkPortFunctionChange
        {
            HwAddr = observed?.HwAddr,
            Roce = observed?.Roce,
            Migratable = observed?.Migratable,
            MaxIoEqs = observed?.MaxIoEqs,
        }.Attributes().ToDictionary(pair => pair.Name, pair => pair.Value);
        foreach (var (name, value) in desired.Attributes())
        {
            if (Deviation(name, value, shown.GetValueOrDefault(name), written) is { } reason)
            {
                yield return (reason, Only(desired, name));
            }
        }
    }

    private static string? Deviation(string name, string value, string? shown, EquatableArray<AttributeValue>? written) =>
        shown is not null ? (shown == value ? null : $"{name} is {shown}, listed is {value}")
        : written is { } values && values.Contains(new(new(name), value)) ? null
        : $"{name} is not shown by this kernel, listed is {value}";

    private static DevlinkPortFunctionChange Only(DevlinkPortFunctionChange desired, string name) => name switch
    {
        "hw_addr" => new() { HwAddr = desired.HwAddr },
        "roce" => new() { Roce = desired.Roce },
        "migratable" => new() { Migratable = desired.Migratable },
        _ => new() { MaxIoEqs = desired.MaxIoEqs },
    };
}
