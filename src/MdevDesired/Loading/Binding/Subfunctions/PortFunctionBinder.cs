using MdevDesired.Model.Devlink;

namespace MdevDesired.Loading.Binding.Subfunctions;

/// <summary>Binds what a subfunction's function shall be.</summary>
internal static class PortFunctionBinder
{
    private static readonly string[] StateWords = ["active", "inactive"];

    /// <param name="function">The mapping, or null where there is none.</param>
    public static DevlinkPortFunctionChange Bind(Fields? function) => new()
    {
        HwAddr = function?.Text("hwAddr", TextForms.HwAddr) is { } address ? HardwareAddress.Parse(address.Value) : null,
        Roce = function?.Flag("roce")?.Value,
        Migratable = function?.Flag("migratable")?.Value,
        MaxIoEqs = (uint?)function?.Number("maxIoEqs", uint.MinValue, uint.MaxValue)?.Value,
        State = StateOf(function?.Word("state", StateWords)?.Value),
    };

    private static DevlinkFunctionState? StateOf(string? word) => word switch
    {
        "active" => DevlinkFunctionState.Active,
        "inactive" => DevlinkFunctionState.Inactive,
        _ => null,
    };
}
