using MdevDesired.Diagnostics;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Loading.Binding.Devlink;

/// <summary>Binds the ports that a sub device's devlink instance shall show.</summary>
internal sealed class PortBinder(Findings findings)
{
    private static readonly string[] TypeWords = ["eth", "ib", "auto"];

    public BoundPorts Bind(Fields subDevice)
    {
        var ports = new List<DesiredPort>();
        var netdevs = new List<Stated<string>>();
        var firsts = new Dictionary<uint, SourceSpan>();
        foreach (var item in subDevice.NestedItems("ports"))
        {
            var selector = Selector(item, firsts, place: ports.Count(port => port.Selector.Index is null));
            var netdev = item.Text("netdev", TextForms.NetdevName);
            ports.Add(new DesiredPort(selector, TypeOf(item.Word("type", TypeWords)?.Value), netdev?.Value));
            netdevs.AddRange(netdev is { } stated ? [stated] : []);
        }

        return new BoundPorts(ports.ToEquatableArray(), netdevs.ToEquatableArray());
    }

    // Entries without an index are counted among themselves: what has one stands where the driver puts it.
    private PortSelector Selector(Fields port, Dictionary<uint, SourceSpan> firsts, int place)
    {
        if (port.Number("index", uint.MinValue, uint.MaxValue) is not { } stated)
        {
            return new PortSelector(null, place);
        }

        var index = (uint)stated.Value;
        if (!firsts.TryAdd(index, stated.Span))
        {
            findings.Add(stated.Span, DevlinkMistakes.RepeatedPort(index, firsts[index], stated.Span));
        }

        return new PortSelector(index, 0);
    }

    private static DevlinkPortType? TypeOf(string? word) => word switch
    {
        "eth" => DevlinkPortType.Eth,
        "ib" => DevlinkPortType.Ib,
        "auto" => DevlinkPortType.Auto,
        _ => null,
    };
}
