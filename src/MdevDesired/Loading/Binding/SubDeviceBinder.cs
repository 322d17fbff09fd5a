using MdevDesired.Loading.Binding.Mdevs;

namespace MdevDesired.Loading.Binding;

/// <summary>Binds what sub devices of every kind have, and leaves the rest to the binder of the kind.</summary>
internal sealed class SubDeviceBinder(string document, Findings findings)
{
    private readonly MdevBinder _mdevs = new(document, findings);

    public BoundSubDevice Bind(Fields subDevice)
    {
        subDevice.RequireOneOf("mdev", "subfunction");
        subDevice.RejectUnsupported("subfunction", "count", "devlink", "ports", "protect");
        var name = subDevice.RequiredText("name", TextForms.Name);
        return subDevice.Nested("mdev") is { } mdev ? _mdevs.Bind(subDevice, mdev, name) : new BoundSubDevice(name, null, null);
    }
}
