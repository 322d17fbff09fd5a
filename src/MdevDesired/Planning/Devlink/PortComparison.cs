using MdevDesired.Model;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Planning.Devlink;

/// <summary>Compares the ports of an instance with those that are listed for it.</summary>
/// <param name="id">Whose instance it is.</param>
/// <param name="parent">The parent in whose lane it is mended.</param>
/// <param name="ports">As the host has them, ordered by index.</param>
/// <param name="reloads">Whether the instance is reloaded before: then every network interface is made anew.</param>
internal sealed class PortComparison(DeviceId id, ParentAddress parent, EquatableArray<DevlinkPort> ports, bool reloads)
{
    private readonly Dictionary<uint, DesiredPort> _seen = [];
    private readonly List<string> _reasons = [];
    private readonly List<PlanAction> _actions = [];
    private readonly List<Obstacle> _obstacles = [];

    public InstanceDifference Compare(IEnumerable<DesiredPort> desired)
    {
        foreach (var port in desired)
        {
            Compare(port);
        }

        return new([.. _reasons], [.. _actions], [.. _obstacles]);
    }

    private void Compare(DesiredPort desired)
    {
        if (desired.Selector.Find(ports) is not { } port)
        {
            _obstacles.Add(Unknown(desired.Selector));
            return;
        }

        if (!_seen.TryAdd(port.Index, desired) && Contradicts(_seen[port.Index], desired))
        {
            _obstacles.Add(new(PlanningCodes.UnknownPort, $"port {port.Index} is listed twice: an entry without an index means it too"));
            return;
        }

        var retyped = desired.Type is { } type && type != port.Type && type != port.DesiredType;
        if (retyped)
        {
            Add(Retype(desired, TypeReason(port, desired.Type!.Value)));
        }
        else if (reloads && desired.Type is not null)
        {
            _actions.Add(Retype(desired, "the reload may put it back"));
        }

        if (desired.Netdev is { } name)
        {
            CompareNetdev(port, desired.Selector, name, anew: retyped || reloads);
        }
    }

    private static bool Contradicts(DesiredPort first, DesiredPort again) =>
        (first.Type is { } type && again.Type is { } other && type != other)
        || (first.Netdev is { } name && again.Netdev is { } otherName && name != otherName);

    private SetPortType Retype(DesiredPort desired, string reason) =>
        new() { Parent = parent, Id = id, Port = desired.Selector, Type = desired.Type!.Value, Reason = reason };

    private void CompareNetdev(DevlinkPort port, PortSelector selector, string name, bool anew)
    {
        var rename = new RenameNetdev { Parent = parent, Id = id, Port = selector, Netdev = name, Reason = "its network interface is made anew" };
        if (anew)
        {
            _actions.Add(rename);
        }
        else if (NetdevComparison.Compare(port, $"port {port.Index}", name, out var obstacle) is { } reason)
        {
            Add(rename with { Reason = reason });
        }
        else if (obstacle is not null)
        {
            _obstacles.Add(obstacle);
        }
    }

    private void Add(PlanAction action)
    {
        _reasons.Add(action.Reason);
        _actions.Add(action);
    }

    private Obstacle Unknown(PortSelector selector)
    {
        var shown = ports.Count == 0 ? "it shows none" : $"it shows {string.Join(", ", ports.Select(port => port.Index))}";
        return new(PlanningCodes.UnknownPort, $"its devlink instance shows no {selector}; {shown}");
    }

    private static string TypeReason(DevlinkPort port, DevlinkPortType wanted) =>
        $"port {port.Index} is of type {DevlinkWord.Of(port.Type)}, listed is {DevlinkWord.Of(wanted)}";
}
