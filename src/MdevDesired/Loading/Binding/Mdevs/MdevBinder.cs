using MdevDesired.Model;
using MdevDesired.Model.Mdevs;

namespace MdevDesired.Loading.Binding.Mdevs;

/// <summary>Binds mediated devices.</summary>
internal sealed class MdevBinder(string document, Findings findings)
{
    private readonly MdevParamBinder _params = new(findings);

    public BoundSubDevice Bind(Fields subDevice, Fields mdev, Stated<string>? name)
    {
        CheckUuidOrCount(subDevice, mdev);
        var uuid = mdev.Text("uuid", TextForms.Uuid);
        var type = mdev.RequiredText("type", TextForms.MdevType);
        var parameters = mdev.NestedItems("params").Select(_params.Bind).OfType<AttributeValue>().ToEquatableArray();
        var driver = subDevice.Text("driver", TextForms.DriverName);
        var device = name is { } stated && uuid is { } id && type is { } known
            ? new DesiredMdev
            {
                Document = document,
                Name = stated.Value,
                Span = subDevice.Mapping.Span,
                Uuid = MdevUuid.Parse(id.Value),
                Type = new MdevTypeName(known.Value),
                Params = parameters,
                Driver = DriverOf(driver),
            }
            : null;
        return new BoundSubDevice(name, IdOf(uuid), device);
    }

    private static Stated<DeviceId>? IdOf(Stated<string>? uuid) =>
        uuid is { } stated ? new Stated<DeviceId>(new MdevId(MdevUuid.Parse(stated.Value)), stated.Span) : null;

    private static DesiredDriver DriverOf(Stated<string>? driver) => driver?.Value switch
    {
        null => DesiredDriver.AsBound,
        "none" => DesiredDriver.None,
        var name => DesiredDriver.Named(new DriverName(name)),
    };

    private void CheckUuidOrCount(Fields subDevice, Fields mdev)
    {
        if (subDevice.Has("count") == mdev.Has("uuid"))
        {
            findings.Add(mdev.Mapping.Span, Mistakes.UuidOrCount(both: mdev.Has("uuid")));
        }
    }
}
