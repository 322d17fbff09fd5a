using System.Text.Json;
using MdevDesired.KernelTests.Machines;

namespace MdevDesired.KernelTests;

/// <summary>What <c>apply -o json</c> reported (schemas/apply-report.v1alpha1.schema.json).</summary>
public sealed record RunReport(int ExitCode, IReadOnlyList<DeviceReport> Devices)
{
    public IReadOnlyList<DeviceReport> Failed => [.. Devices.Where(device => device.Status == "failed")];

    public IReadOnlyList<DeviceReport> Applied => [.. Devices.Where(device => device.Status == "applied")];

    public static RunReport Of(CommandResult result)
    {
        using var json = JsonDocument.Parse(result.Stdout);
        return new(result.ExitCode, [.. json.RootElement.GetProperty("outcomes").EnumerateArray().Select(DeviceReport.Of)]);
    }
}
