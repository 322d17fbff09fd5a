using MdevDesired.Loading;
using MdevDesired.Loading.Binding;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Simulation.Snapshots;

/// <summary>Reads the devlink instance of a parent or a sub device.</summary>
internal static class SnapshotDevlink
{
    /// <param name="owner">The parent or the sub device.</param>
    /// <param name="usual">The handle where none is stated, or null where it must be.</param>
    public static ObservedDevlink? Read(Fields owner, DevlinkHandle? usual)
    {
        if (owner.Nested("devlink") is not { } devlink || (usual is null && !devlink.Require("handle")))
        {
            return null;
        }

        var handle = Handle(devlink, "handle") ?? usual ?? default;
        var eswitch = devlink.Nested("eswitch");
        return new()
        {
            Handle = handle,
            ReloadFailed = devlink.Flag("reloadFailed")?.Value ?? false,
            Eswitch = eswitch is null ? null : SnapshotWord.Of<DevlinkEswitchMode>(eswitch, "mode", DevlinkWord.Of),
            EswitchProblem = eswitch is null ? null : SnapshotText.Of(eswitch, "problem"),
            Params = SnapshotParam.Read(devlink).Select(param => param.Of(handle)).ToEquatableArray(),
            Ports = devlink.NestedItems("ports").Select(port => SnapshotPort.Read(port, handle)).OrderBy(port => port.Index).ToEquatableArray(),
        };
    }

    /// <summary>A handle, or null when the key is absent.</summary>
    public static DevlinkHandle? Handle(Fields fields, string key) =>
        fields.Text(key, TextForms.ParentAddress) is { } text && DevlinkHandle.TryParse(text.Value, out var handle) ? handle : null;

    /// <summary>The handle that an address is, or null for one without a bus.</summary>
    public static DevlinkHandle? Handle(ParentAddress address) =>
        DevlinkHandle.TryCreate(address.Bus ?? "", address.Name, out var handle) ? handle : null;
}
