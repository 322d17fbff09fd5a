using MdevDesired.Loading.Binding.Devlink;
using MdevDesired.Loading.Binding.Mdevs;
using MdevDesired.Loading.Binding.Subfunctions;
using MdevDesired.Model;

namespace MdevDesired.Loading.Binding;

/// <summary>Binds what sub devices of every kind have, and leaves the rest to the binder of the kind.</summary>
internal sealed class SubDeviceBinder(string document, Findings findings)
{
    private readonly MdevBinder _mdevs = new(findings);
    private readonly SubfunctionBinder _subfunctions = new(findings);
    private readonly DevlinkParamBinder _devlinkParams = new(findings);
    private readonly PortBinder _ports = new(findings);

    /// <param name="subDevice">The entry of the list.</param>
    /// <param name="parent">The parent, or null when it could not be read.</param>
    public BoundSubDevice Bind(Fields subDevice, Stated<ParentAddress>? parent)
    {
        subDevice.RequireOneOf("mdev", "subfunction");
        subDevice.RejectUnsupported("count");
        var settings = new SubDeviceSettings(
            document,
            subDevice.RequiredText("name", TextForms.Name),
            Driver(subDevice),
            subDevice.Flag("protect")?.Value ?? false,
            _devlinkParams.Bind(subDevice.Nested("devlink")),
            _ports.Bind(subDevice));
        return subDevice.Nested("mdev") is { } mdev ? _mdevs.Bind(subDevice, mdev, settings)
            : subDevice.Nested("subfunction") is { } subfunction ? _subfunctions.Bind(subDevice, subfunction, settings, parent)
            : new BoundSubDevice(settings.Name, null, settings.Ports.Netdevs, null);
    }

    private static DesiredDriver Driver(Fields subDevice) => subDevice.Text("driver", TextForms.DriverName)?.Value switch
    {
        null => DesiredDriver.AsBound,
        "none" => DesiredDriver.None,
        var name => DesiredDriver.Named(new DriverName(name)),
    };
}
