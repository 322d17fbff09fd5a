using MdevDesired.Model;
using MdevDesired.Model.Mdevs;

namespace MdevDesired.Loading.Binding.Mdevs;

/// <summary>Binds mediated devices.</summary>
internal sealed class MdevBinder(Findings findings)
{
    private readonly MdevParamBinder _params = new(findings);

    public BoundSubDevice Bind(Fields subDevice, Fields mdev, SubDeviceSettings settings)
    {
        CheckUuidOrCount(subDevice, mdev);
        var uuid = mdev.Text("uuid", TextForms.Uuid);
        var type = mdev.RequiredText("type", TextForms.MdevType);
        var parameters = mdev.NestedItems("params").Select(_params.Bind).OfType<AttributeValue>().ToEquatableArray();
        var device = settings.Name is { } stated && uuid is { } id && type is { } known
            ? new DesiredMdev
            {
                Document = settings.Document,
                Name = stated.Value,
                Span = subDevice.Mapping.Span,
                Uuid = MdevUuid.Parse(id.Value),
                Type = new MdevTypeName(known.Value),
                Params = parameters,
                Driver = settings.Driver,
                Protect = settings.Protect,
                DevlinkParams = settings.DevlinkParams,
                Ports = settings.Ports.Ports,
            }
            : null;
        return new BoundSubDevice(settings.Name, IdOf(uuid), settings.Ports.Netdevs, device);
    }

    private static Stated<DeviceId>? IdOf(Stated<string>? uuid) =>
        uuid is { } stated ? new Stated<DeviceId>(new MdevId(MdevUuid.Parse(stated.Value)), stated.Span) : null;

    private void CheckUuidOrCount(Fields subDevice, Fields mdev)
    {
        if (subDevice.Has("count") == mdev.Has("uuid"))
        {
            findings.Add(mdev.Mapping.Span, Mistakes.UuidOrCount(both: mdev.Has("uuid")));
        }
    }
}
