using MdevDesired.Model;

namespace MdevDesired.Loading.Binding;

/// <summary>A sub device of a document; what could not be read of it is null, and reported.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Netdevs">The names that it gives to network interfaces.</param>
/// <param name="Device">The whole of it.</param>
internal sealed record BoundSubDevice(
    Stated<string>? Name, Stated<DeviceId>? Id, EquatableArray<Stated<string>> Netdevs, DesiredSubDevice? Device);
