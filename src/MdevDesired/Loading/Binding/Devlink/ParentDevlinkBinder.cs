using MdevDesired.Model.Devlink;

namespace MdevDesired.Loading.Binding.Devlink;

/// <summary>Binds the settings of a parent's own devlink instance.</summary>
internal sealed class ParentDevlinkBinder(Findings findings)
{
    private static readonly string[] EswitchWords = ["legacy", "switchdev"];

    private readonly DevlinkParamBinder _params = new(findings);

    public BoundDevlink Bind(Fields parent)
    {
        var devlink = parent.Nested("devlink");
        return new BoundDevlink(_params.Bind(devlink), Eswitch(devlink?.Nested("eswitch")));
    }

    private static Stated<DevlinkEswitchMode>? Eswitch(Fields? eswitch) =>
        eswitch?.Require("mode") is true && eswitch.Word("mode", EswitchWords) is { } word
            ? new Stated<DevlinkEswitchMode>(ModeOf(word.Value), word.Span)
            : null;

    private static DevlinkEswitchMode ModeOf(string word) => word == "switchdev" ? DevlinkEswitchMode.Switchdev : DevlinkEswitchMode.Legacy;
}
