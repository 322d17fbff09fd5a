using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Loading.Binding.Subfunctions;

/// <summary>Checks that only a subfunction which has a device on this host is given a driver, params and ports.</summary>
internal sealed class InstanceCheck(Findings findings)
{
    /// <param name="subDevice">The entry of the list.</param>
    /// <param name="settings">What it says as a sub device of whichever kind.</param>
    /// <param name="id">Its identity, or null when it could not be read.</param>
    /// <param name="function">What its function shall be.</param>
    public void Check(Fields subDevice, SubDeviceSettings settings, SubfunctionId? id, DevlinkPortFunctionChange function)
    {
        foreach (var key in Keys(subDevice, settings))
        {
            var span = subDevice.Mapping.Find(key)!.Value.Key.Span;
            if (id is { IsLocal: false })
            {
                findings.Add(span, SubfunctionMistakes.OnAnotherController(key, id.Controller));
            }
            else if (function.State == DevlinkFunctionState.Inactive)
            {
                findings.Add(span, SubfunctionMistakes.Inactive(key));
            }
        }
    }

    private static IEnumerable<string> Keys(Fields subDevice, SubDeviceSettings settings) =>
    [
        .. subDevice.Has("driver") ? ["driver"] : Array.Empty<string>(),
        .. settings.DevlinkParams.Count > 0 ? ["devlink"] : Array.Empty<string>(),
        .. settings.Ports.Ports.Count > 0 ? ["ports"] : Array.Empty<string>(),
    ];
}
