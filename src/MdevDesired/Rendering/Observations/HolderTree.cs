using MdevDesired.Model;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Rendering.Observations;

/// <summary>Writes who uses a device.</summary>
internal static class HolderTree
{
    public static void Entries(TreeWriter tree, DeviceHolder holder)
    {
        switch (holder)
        {
            case ProcessHolder process:
                tree.Entry("pid", process.Pid);
                tree.Entry("command", process.Command);
                tree.Entry("path", process.Path);
                break;
            case NetdevHolder netdev:
                tree.Entry("netdev", netdev.Netdev);
                tree.Entry("why", netdev.Why);
                break;
            case NamespaceHolder elsewhere:
                tree.Entry("elsewhere", elsewhere.What);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(holder), holder, "no such holder");
        }

        tree.EntryIfAny("representor", holder.IsRepresentor ? true : null as bool?);
    }
}
