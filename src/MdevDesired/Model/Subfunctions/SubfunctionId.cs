using System.Globalization;
using System.Text.RegularExpressions;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Model.Subfunctions;

/// <summary>
/// A subfunction is the number that its user gave it, on a physical function of a controller. Its text ends as the kernel names the
/// port (net/devlink/port.c, <c>__devlink_port_phys_port_name_get</c>): <c>pci/0000:05:00.0/pf0sf88</c>, on another controller
/// <c>c1pf0sf88</c>.
/// </summary>
/// <param name="Parent">The devlink instance that has its port.</param>
/// <param name="Controller">0 is the local one.</param>
/// <param name="PfNumber">The number of the physical function.</param>
/// <param name="SfNumber">The number of the subfunction.</param>
internal sealed partial record SubfunctionId(DevlinkHandle Parent, uint Controller, ushort PfNumber, uint SfNumber) : DeviceId
{
    /// <summary>The kind's word.</summary>
    public const string Word = "subfunction";

    public override string Kind => Word;

    public override string Label => (Controller == 0 ? "" : $"c{Controller}") + $"pf{PfNumber}sf{SfNumber}";

    /// <summary>Whether its auxiliary device, and all that its driver makes of it, is on this host.</summary>
    public bool IsLocal => Controller == 0;

    /// <exception cref="FormatException">The text is no identity of a subfunction.</exception>
    public static SubfunctionId Parse(string text)
    {
        var label = Pattern().Match(text);
        return label.Success && DevlinkHandle.TryParse(label.Groups[1].Value, out var parent)
            && uint.TryParse(label.Groups[2].Success ? label.Groups[2].Value : "0", NumberStyles.None, CultureInfo.InvariantCulture, out var controller)
            && ushort.TryParse(label.Groups[3].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var pfNumber)
            && uint.TryParse(label.Groups[4].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var sfNumber)
            ? new(parent, controller, pfNumber, sfNumber)
            : throw new FormatException($"\"{text}\" is no subfunction, as pci/0000:05:00.0/pf0sf88 is");
    }

    public override string ToString() => $"{Parent}/{Label}";

    protected override int CompareWithinKind(DeviceId other) => Key.CompareTo(((SubfunctionId)other).Key);

    private (DevlinkHandle Parent, uint Controller, ushort PfNumber, uint SfNumber) Key => (Parent, Controller, PfNumber, SfNumber);

    [GeneratedRegex(@"^(.+)/(?:c([0-9]+))?pf([0-9]+)sf([0-9]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
