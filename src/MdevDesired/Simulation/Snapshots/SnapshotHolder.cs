using MdevDesired.Loading.Binding;
using MdevDesired.Model;

namespace MdevDesired.Simulation.Snapshots;

/// <summary>Reads who uses a device: a process, a network interface, or that a part of it is in another network namespace.</summary>
internal static class SnapshotHolder
{
    private const string Unknown = "?";

    /// <param name="holder">The holder.</param>
    /// <param name="id">The device.</param>
    public static DeviceHolder Read(Fields holder, DeviceId id)
    {
        holder.RequireOneOf("pid", "netdev", "elsewhere");
        return Of(holder, id) with { IsRepresentor = holder.Flag("representor")?.Value ?? false };
    }

    private static DeviceHolder Of(Fields holder, DeviceId id) =>
        holder.Has("netdev") ? new NetdevHolder(id, Text(holder, "netdev"), Text(holder, "why"))
        : holder.Has("elsewhere") ? new NamespaceHolder(id, Text(holder, "elsewhere"))
        : new ProcessHolder(id, (int)(holder.Number("pid")?.Value ?? 0), Text(holder, "command"), Text(holder, "path"));

    private static string Text(Fields holder, string key) => holder.Require(key) ? SnapshotText.Of(holder, key) ?? Unknown : Unknown;
}
