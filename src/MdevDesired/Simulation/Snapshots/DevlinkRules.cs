using MdevDesired.Loading;
using MdevDesired.Loading.Binding;
using MdevDesired.Loading.Yaml;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Simulated;

namespace MdevDesired.Simulation.Snapshots;

/// <summary>Reads what of the <c>simulation</c> is about devlink.</summary>
internal static class DevlinkRules
{
    public static SubfunctionRules Subfunctions(Fields subfunctions) => new()
    {
        Maximum = (int?)subfunctions.Number("maximum")?.Value,
        Controllers = Numbers(subfunctions, "controllers"),
        Instance = subfunctions.Nested("instance") is { } instance ? Instance(instance) : Mlx5Instance.Rules,
    };

    public static InstanceRules Instance(Fields instance) => new(
        SnapshotText.Driver(instance) ?? default,
        SnapshotParam.Read(instance),
        SnapshotText.List(instance, "ports", TextForms.Value).Select(Type).ToEquatableArray());

    private static DevlinkPortType Type(string word) => word == DevlinkWord.Of(DevlinkPortType.Ib) ? DevlinkPortType.Ib : DevlinkPortType.Eth;

    private static EquatableArray<uint> Numbers(Fields fields, string key) => (fields.List(key)?.Items ?? [])
        .OfType<ScalarNode>()
        .Select(scalar => IntegerText.TryParse(scalar.Text, out var number) ? (uint)number : 0)
        .ToEquatableArray();
}
