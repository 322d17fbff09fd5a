using MdevDesired.Loading.Binding.Devlink;
using MdevDesired.Model;

namespace MdevDesired.Loading.Binding;

/// <summary>Binds the parents of one document.</summary>
/// <param name="document">The document's name.</param>
/// <param name="findings">Takes what is wrong.</param>
internal sealed class ParentBinder(string document, Findings findings)
{
    private static readonly string[] PruneWords = ["owned", "all", "none"];
    private static readonly string[] DisruptionWords = ["deny", "allow"];

    private readonly ParentDevlinkBinder _devlink = new(findings);
    private readonly SubDeviceBinder _subDevices = new(document, findings);

    public BoundParent Bind(Fields parent)
    {
        parent.RequireOneOf("device", "match");
        parent.RejectUnsupported("match");
        var address = Address(parent);
        return new BoundParent(
            parent.Mapping.Span,
            address?.Value,
            Wait(parent),
            parent.Flag("optional"),
            Prune(parent),
            Disruption(parent),
            _devlink.Bind(parent),
            SubDevices(parent, address));
    }

    private static Stated<ParentAddress>? Address(Fields parent) =>
        parent.Text("device", TextForms.ParentAddress) is { } text ? new Stated<ParentAddress>(ParentAddress.Parse(text.Value), text.Span) : null;

    private static TimeSpan? Wait(Fields parent) =>
        parent.Text("wait", TextForms.Duration) is { } text && DurationText.TryParse(text.Value, out var wait) ? wait : null;

    private static Stated<PruneMode>? Prune(Fields parent) =>
        parent.Word("prune", PruneWords) is { } word ? new Stated<PruneMode>(ModeOf(word.Value), word.Span) : null;

    private static Stated<bool>? Disruption(Fields parent) =>
        parent.Word("disruption", DisruptionWords) is { } word ? new Stated<bool>(word.Value == "allow", word.Span) : null;

    private static PruneMode ModeOf(string word) => word switch
    {
        "all" => PruneMode.All,
        "none" => PruneMode.None,
        _ => PruneMode.Owned,
    };

    private EquatableArray<BoundSubDevice>? SubDevices(Fields parent, Stated<ParentAddress>? address) =>
        parent.Has("subDevices")
            ? parent.NestedItems("subDevices").Select(subDevice => _subDevices.Bind(subDevice, address)).ToEquatableArray()
            : null;
}
