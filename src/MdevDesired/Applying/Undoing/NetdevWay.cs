using System.Globalization;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning;
using MdevDesired.Planning.Devlink;

namespace MdevDesired.Applying.Undoing;

/// <summary>
/// Frees names of network interfaces: the kernel may have given an interface that was made again the name that another one had before.
/// </summary>
internal sealed class NetdevWay(IReadOnlyList<DeviceUndoing> devices, IReadOnlyDictionary<DeviceId, ObservedSubDevice> now)
{
    private readonly HashSet<string> _taken = now.Values.SelectMany(Names).Select(name => name.Netdev).ToHashSet();
    private int _number;

    public void Free()
    {
        var owners = devices.SelectMany(device => Names(device.Before!).Select(name => (name.Netdev, device.Id, name.Port))).ToLookup(owner => owner.Netdev);
        foreach (var device in devices.Where(device => device.IsOpen && now.ContainsKey(device.Id)))
        {
            foreach (var (port, netdev) in Names(now[device.Id]).Where(name => owners[name.Netdev].Any(owner => owner != (name.Netdev, device.Id, name.Port))))
            {
                Rename(device, port, netdev);
            }
        }
    }

    private void Rename(DeviceUndoing device, PortSelector? port, string netdev) => device.Perform(
        ChangeKind.Change,
        device.Desire(now[device.Id]),
        now[device.Id].Instance,
        [new RenameNetdev { Parent = device.Change.Parent, Id = device.Id, Port = port, Current = netdev, Netdev = Spare(), Reason = $"{netdev} was another's name" }]);

    private string Spare()
    {
        string name;
        do
        {
            name = "mdevd" + (_number++).ToString(CultureInfo.InvariantCulture);
        }
        while (!_taken.Add(name));
        return name;
    }

    private static IEnumerable<(PortSelector? Port, string Netdev)> Names(ObservedSubDevice device) =>
        (device is ObservedSubfunction { Port.Netdev: { } representor } ? [(null, representor)] : Array.Empty<(PortSelector?, string)>())
            .Concat((device.Devlink?.Ports ?? []).Select((port, place) => ((PortSelector?)new PortSelector(null, place), port.Netdev!)).Where(name => name.Item2 is not null));
}
