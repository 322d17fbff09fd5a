using MdevDesired.Model;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Loading.Binding.Subfunctions;

/// <summary>Binds subfunctions.</summary>
internal sealed class SubfunctionBinder(Findings findings)
{
    private readonly SubfunctionIdBinder _ids = new(findings);
    private readonly InstanceCheck _instance = new(findings);

    public BoundSubDevice Bind(Fields subDevice, Fields subfunction, SubDeviceSettings settings, Stated<ParentAddress>? parent)
    {
        var id = _ids.Bind(subfunction, parent);
        var function = PortFunctionBinder.Bind(subfunction.Nested("function"));
        var representor = subfunction.Nested("representor")?.Text("netdev", TextForms.NetdevName);
        _instance.Check(subDevice, settings, id?.Value, function);
        var device = settings.Name is { } stated && id is { } known
            ? new DesiredSubfunction
            {
                Document = settings.Document,
                Name = stated.Value,
                Span = subDevice.Mapping.Span,
                Subfunction = known.Value,
                Function = function,
                Representor = representor?.Value,
                Driver = settings.Driver,
                Protect = settings.Protect,
                DevlinkParams = settings.DevlinkParams,
                Ports = settings.Ports.Ports,
            }
            : null;
        return new BoundSubDevice(settings.Name, IdOf(id), Netdevs(settings.Ports.Netdevs, representor), device);
    }

    private static Stated<DeviceId>? IdOf(Stated<SubfunctionId>? id) =>
        id is { } stated ? new Stated<DeviceId>(stated.Value, stated.Span) : null;

    private static EquatableArray<Stated<string>> Netdevs(EquatableArray<Stated<string>> ofPorts, Stated<string>? representor) =>
        representor is { } stated ? [.. ofPorts, stated] : ofPorts;
}
