using MdevDesired.Applying;
using MdevDesired.Linux.Interop;
using MdevDesired.Model.Mdevs;
using MdevDesired.Planning;
using MdevDesired.Planning.Mdevs;

namespace MdevDesired.Linux.Sysfs;

/// <summary>Turns actions into the writes that perform them (Documentation/driver-api/vfio-mediated-device.rst).</summary>
internal static class SysfsOperations
{
    /// <summary>Whether an action is one of those that sysfs performs on a mediated device.</summary>
    public static bool Includes(PlanAction action) =>
        action is CreateMdev or RemoveMdev or WriteAttribute || (action is Bind or Unbind or Adopt && action.Id is MdevId);

    /// <summary>The write that an action is, or null when it asks nothing of the kernel.</summary>
    /// <exception cref="KernelException">The action's device cannot be found.</exception>
    public static SysfsWrite? WriteFor(PlanAction action, Folder sys) => action switch
    {
        CreateMdev create => new($"{Parent(action)}/{SysfsPath.SupportedTypes}/{create.Type}/create", create.Uuid.ToString()),
        // Through the parent, not the bus: the same UUID made again on another parent is another device.
        RemoveMdev remove => new($"{Parent(action)}/{remove.Uuid}/remove", "1"),
        WriteAttribute write => new($"{ParentFolderOf(action, sys)}/{write.Id}/{write.Attribute}", write.Value, Resolve.NoLinks),
        Bind bind => new($"{SysfsPath.MdevDrivers}/{bind.Driver}/bind", $"{bind.Id}"),
        Unbind unbind => new($"{SysfsPath.MdevDrivers}/{unbind.Driver}/unbind", $"{unbind.Id}"),
        Adopt => null,
        _ => throw new NotSupportedException($"{action.Kind} is no action of sysfs"),
    };

    private static string Parent(PlanAction action) => $"{SysfsPath.MdevParents}/{action.Parent.Name}";

    // The one link on the way is resolved here, so that the kernel can be told to follow none.
    private static string ParentFolderOf(PlanAction action, Folder sys)
    {
        var link = Parent(action);
        return sys.ReadLink(link) is { } target && SysfsPath.Resolve(link, target) is { } path
            ? path
            : throw new KernelException("read link", sys.PathOf(link), Errno.ENOENT);
    }
}
