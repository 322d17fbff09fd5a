using System.Globalization;
using MdevDesired.Diagnostics;

namespace MdevDesired.Loading.Binding.Subfunctions;

/// <summary>The sentences about subfunctions alone.</summary>
internal static class SubfunctionMistakes
{
    /// <param name="name">The parent's name.</param>
    /// <param name="looksLikePci">Whether it is formed as those on the PCI bus are.</param>
    public static Mistake BareParent(string name, bool looksLikePci) => new(
        LoadingCodes.BusNeeded,
        $"the parent {UserText.Escape(name)} has subfunctions and is given without its bus; a devlink instance is named by bus/name",
        looksLikePci ? $"write pci/{name}" : "write the bus before it, as \"devlink dev show\" prints it");

    public static Mistake OnAnotherController(string key, uint controller) => new(
        LoadingCodes.NoDeviceHere,
        string.Create(CultureInfo.InvariantCulture, $"\"{key}\" needs a device on this host; that of a subfunction of controller {controller} is on another"),
        "remove it here: it is the other host's to set");

    public static Mistake Inactive(string key) => new(
        LoadingCodes.NoDeviceHere,
        $"\"{key}\" needs a device; an inactive subfunction has none",
        "remove it, or activate the subfunction with state: active");
}
