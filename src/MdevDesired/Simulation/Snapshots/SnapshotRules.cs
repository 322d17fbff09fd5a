using MdevDesired.Loading;
using MdevDesired.Loading.Binding;
using MdevDesired.Loading.Yaml;
using MdevDesired.Model;
using MdevDesired.Model.Simulated;

namespace MdevDesired.Simulation.Snapshots;

/// <summary>Reads the <c>simulation</c> of a snapshot.</summary>
internal static class SnapshotRules
{
    public static SimulationRules Read(Fields root) =>
        new((root.Nested("simulation")?.NestedItems("parents") ?? []).Select(Parent).ToEquatableArray());

    private static ParentRules Parent(Fields parent) => new()
    {
        Device = parent.RequiredText("device", TextForms.ParentAddress) is { } device ? ParentAddress.Parse(device.Value) : default,
        Attaches = parent.Text("attaches", TextForms.DriverName)?.Value switch
        {
            null => DesiredDriver.AsBound,
            "none" => DesiredDriver.None,
            var driver => DesiredDriver.Named(new(driver)),
        },
        BindsAfterCreation = parent.Flag("bindsAfterCreation")?.Value ?? false,
        Shortage = parent.Word("shortage", ["ENOSPC", "EUSERS"])?.Value == "EUSERS" ? Shortage.EUSERS : Shortage.ENOSPC,
        Pool = parent.Nested("pool") is { } pool ? Pool(pool) : null,
        Attributes = parent.NestedItems("attributes").Select(Attribute).ToEquatableArray(),
        MdevInstance = parent.Nested("mdevInstance") is { } instance ? DevlinkRules.Instance(instance) : null,
        Subfunctions = parent.Nested("subfunctions") is { } subfunctions ? DevlinkRules.Subfunctions(subfunctions) : SubfunctionRules.Default,
        LateParams = SnapshotText.List(parent, "lateParams", TextForms.Value).Order(StringComparer.Ordinal).ToEquatableArray(),
    };

    private static InstancePool Pool(Fields pool) => new(
        (int)(pool.Number("size")?.Value ?? 0),
        pool.Nested("costs") is { } costs
            ? costs.Mapping.Entries.Select(entry => Cost(costs, entry)).ToEquatableArray()
            : []);

    private static TypeCost Cost(Fields costs, MappingEntry entry) =>
        new(new(entry.Key.Text), (int)(costs.Number(entry.Key.Text)?.Value ?? 1));

    private static AttributeRule Attribute(Fields attribute) => new()
    {
        Name = SnapshotText.Attribute(attribute),
        Access = attribute.Word("access", ["read-write", "read-only", "write-only"])?.Value switch
        {
            "read-only" => AttributeAccess.ReadOnly,
            "write-only" => AttributeAccess.WriteOnly,
            _ => AttributeAccess.ReadWrite,
        },
        WritableWhileBound = attribute.Flag("writableWhileBound")?.Value ?? true,
        Values = (attribute.List("values")?.Items ?? []).OfType<ScalarNode>().Select(ValueText.Of).OfType<string>().ToEquatableArray(),
        Initially = SnapshotText.Of(attribute, "initially"),
    };
}
