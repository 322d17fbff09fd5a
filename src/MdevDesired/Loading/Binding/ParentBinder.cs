using MdevDesired.Model;

namespace MdevDesired.Loading.Binding;

/// <summary>Binds the parents of one document.</summary>
/// <param name="document">The document's name.</param>
/// <param name="findings">Takes what is wrong.</param>
internal sealed class ParentBinder(string document, Findings findings)
{
    private static readonly string[] PruneWords = ["owned", "all", "none"];

    private readonly SubDeviceBinder _subDevices = new(document, findings);

    public BoundParent Bind(Fields parent)
    {
        parent.RequireOneOf("device", "match");
        parent.RejectUnsupported("match", "wait", "disruption", "devlink");
        var address = parent.Text("device", TextForms.ParentAddress);
        return new BoundParent(
            parent.Mapping.Span,
            address is { } stated ? ParentAddress.Parse(stated.Value) : null,
            parent.Flag("optional"),
            Prune(parent),
            SubDevices(parent));
    }

    private static Stated<PruneMode>? Prune(Fields parent) =>
        parent.Word("prune", PruneWords) is { } word ? new Stated<PruneMode>(ModeOf(word.Value), word.Span) : null;

    private static PruneMode ModeOf(string word) => word switch
    {
        "all" => PruneMode.All,
        "none" => PruneMode.None,
        _ => PruneMode.Owned,
    };

    private EquatableArray<BoundSubDevice>? SubDevices(Fields parent) =>
        parent.Has("subDevices") ? parent.NestedItems("subDevices").Select(_subDevices.Bind).ToEquatableArray() : null;
}
