using System.Globalization;
using System.Text.RegularExpressions;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Loading.Binding.Subfunctions;

/// <summary>Binds what makes a subfunction the same one everywhere: the parent and the numbers.</summary>
internal sealed partial class SubfunctionIdBinder(Findings findings)
{
    /// <summary>Null when a part of it is missing or could not be read, which is reported.</summary>
    public Stated<SubfunctionId>? Bind(Fields subfunction, Stated<ParentAddress>? parent)
    {
        var sfnum = subfunction.Require("sfnum") ? subfunction.Number("sfnum", uint.MinValue, uint.MaxValue) : null;
        var pfnum = subfunction.Number("pfnum", ushort.MinValue, ushort.MaxValue);
        var controller = subfunction.Number("controller", uint.MinValue, uint.MaxValue);
        var isRead = (pfnum is null) == !subfunction.Has("pfnum") && (controller is null) == !subfunction.Has("controller");
        if (parent is not { } stated || Handle(stated) is not { } handle || sfnum is not { } number || !isRead)
        {
            return null;
        }

        var pf = pfnum is { } known ? (ushort)known.Value : OwnNumber(stated.Value);
        return new Stated<SubfunctionId>(new(handle, (uint)(controller?.Value ?? 0), pf, (uint)number.Value), number.Span);
    }

    private DevlinkHandle? Handle(Stated<ParentAddress> parent)
    {
        if (parent.Value.Bus is { } bus)
        {
            return new DevlinkHandle(bus, parent.Value.Name);
        }

        findings.Add(parent.Span, SubfunctionMistakes.BareParent(parent.Value.Name, looksLikePci: PciAddress().IsMatch(parent.Value.Name)));
        return null;
    }

    // mlx5 and ice number their physical functions as PCI does.
    private static ushort OwnNumber(ParentAddress parent) =>
        PciAddress().Match(parent.Name) is { Success: true } match
            ? ushort.Parse(match.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : default;

    [GeneratedRegex(@"^[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\.([0-7])\z", RegexOptions.CultureInvariant)]
    private static partial Regex PciAddress();
}
