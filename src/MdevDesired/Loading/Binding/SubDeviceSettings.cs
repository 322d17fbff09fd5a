using MdevDesired.Loading.Binding.Devlink;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Loading.Binding;

/// <summary>What a document says of a sub device of whichever kind.</summary>
/// <param name="Document">The document's name.</param>
/// <param name="Name">Null when it could not be read, which is reported.</param>
/// <param name="Driver">The driver that it shall have.</param>
/// <param name="Protect">Whether it is never to be removed or replaced.</param>
/// <param name="DevlinkParams">The params of its own devlink instance.</param>
/// <param name="Ports">The ports of that instance.</param>
internal sealed record SubDeviceSettings(
    string Document,
    Stated<string>? Name,
    DesiredDriver Driver,
    bool Protect,
    EquatableArray<DesiredDevlinkParam> DevlinkParams,
    BoundPorts Ports);
