using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Model.Simulated;

namespace MdevDesired.Simulation;

/// <summary>A parent of the simulated host: its types, its room, and what it does to a new device.</summary>
/// <param name="observed">As the snapshot has it.</param>
/// <param name="rules">How it behaves.</param>
/// <param name="present">The types of the devices that the snapshot has; its numbers of available instances allow for them.</param>
internal sealed class SimulatedParent(ObservedParent observed, ParentRules rules, IReadOnlyCollection<MdevTypeName> present)
{
    private readonly Dictionary<MdevTypeName, int> _present = present.CountBy(type => type).ToDictionary();
    private readonly Dictionary<MdevTypeName, int> _made = [];

    public ParentAddress Address { get; } = observed.Address;

    public ParentRules Rules { get; } = rules;

    /// <summary>Counts one more device, or with -1 one less.</summary>
    public void Count(MdevTypeName? type, int devices)
    {
        if (type is { } name)
        {
            _made[name] = _made.GetValueOrDefault(name) + devices;
        }
    }

    /// <summary>Why one more device of the type cannot be made, or null: ENOENT, no such type; ENOSPC or EUSERS, no room.</summary>
    public Errno? Lacks(MdevTypeName type) => observed.MdevTypes.FirstOrDefault(each => each.Name == type) switch
    {
        null => Errno.ENOENT,
        var offered when Available(offered) != 0 => null,
        _ => Rules.Shortage == Shortage.EUSERS ? Errno.EUSERS : Errno.ENOSPC,
    };

    /// <summary>The driver that the parent attaches to a new device, or null.</summary>
    public DriverName? AttachedDriver(MdevTypeName type, IEnumerable<DriverName> registered) =>
        Rules.Attaches.Unbound ? null : Rules.Attaches.Name ?? Namesake(type, registered);

    private static DriverName? Namesake(MdevTypeName type, IEnumerable<DriverName> registered) => registered
        .Where(driver => type.ToString().StartsWith($"{driver}-", StringComparison.Ordinal))
        .Select(driver => (DriverName?)driver)
        .FirstOrDefault();

    public ObservedParent Show() => observed with
    {
        MdevTypes = observed.MdevTypes.Select(type => type with { AvailableInstances = Available(type) }).ToEquatableArray(),
    };

    private int? Available(ObservedMdevType type) => Rules.Pool is { } pool
        ? Math.Max(0, pool.Size - Used(pool)) / pool.CostOf(type.Name)
        : type.AvailableInstances - _made.GetValueOrDefault(type.Name);

    private int Used(InstancePool pool) => _present.Concat(_made).Sum(pair => pair.Value * pool.CostOf(pair.Key));
}
