using MdevDesired.Model;
using MdevDesired.Model.Mdevs;

namespace MdevDesired.Simulation;

/// <summary>A mediated device of the simulated host.</summary>
internal sealed class SimulatedMdev(MdevUuid uuid, SimulatedParent parent, MdevTypeName? type, ulong instance)
{
    private readonly SortedDictionary<AttributeName, ObservedAttribute> _attributes = [];

    public MdevUuid Uuid { get; } = uuid;

    public SimulatedParent Parent { get; } = parent;

    public MdevTypeName? Type { get; } = type;

    public ulong Instance { get; } = instance;

    /// <summary>Whether it was made since the snapshot.</summary>
    public bool IsNew { get; init; }

    public DriverName? Driver { get; set; }

    /// <summary>A device that the snapshot has; what it does not show of it has the value of a new one.</summary>
    public static SimulatedMdev From(ObservedMdev observed, SimulatedParent parent)
    {
        var mdev = new SimulatedMdev(observed.Uuid, parent, observed.Type, observed.Instance) { Driver = observed.Driver };
        foreach (var attribute in parent.Rules.Attributes.Select(SimulatedAttributes.New).Concat(observed.Attributes))
        {
            mdev.Set(attribute);
        }

        return mdev;
    }

    public ObservedAttribute Read(AttributeName name) =>
        _attributes.GetValueOrDefault(name) ?? new(name, AttributeState.Absent, null);

    public void Set(ObservedAttribute attribute) => _attributes[attribute.Name] = attribute;

    /// <summary>As an observation shows it.</summary>
    /// <param name="names">The attributes to show, or null for all.</param>
    public ObservedMdev Show(IReadOnlyCollection<AttributeName>? names) => new()
    {
        Uuid = Uuid,
        Parent = Parent.Address,
        Type = Type,
        Driver = Driver,
        Instance = Instance,
        Attributes = (names is null ? _attributes.Values : names.Order().Select(Read)).ToEquatableArray(),
    };
}
