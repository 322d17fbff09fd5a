using MdevDesired.Rendering.Observations;
using MdevDesired.Rendering.Plans;
using MdevDesired.Rendering.Trees;
using MdevDesired.Rendering.Validation;
using MdevDesired.Reporting;

namespace MdevDesired.Rendering.Statuses;

/// <summary>Renders a status as a document (schemas/status.v1alpha1.schema.json).</summary>
internal static class StatusDocument
{
    public static string Render(TreeSyntax syntax, HostStatus status) =>
        TreeWriter.Render(syntax, tree => tree.Map(() => Entries(tree, status)));

    private static void Entries(TreeWriter tree, HostStatus status)
    {
        tree.Entry("apiVersion", FormatVersion.V1Alpha1);
        tree.Entry("kind", "Status");
        tree.Entry("host", status.Host);
        tree.Entry("inSync", status.IsInSync);
        tree.Entry("ledgerKnown", status.LedgerIsKnown);
        tree.Map("summary", () => Summary(tree, status));
        tree.Maps("parents", status.Parents, parent => Parent(tree, parent));
        tree.Maps("findings", status.Findings, finding => DiagnosticTree.Entries(tree, finding));
    }

    private static void Summary(TreeWriter tree, HostStatus status)
    {
        foreach (var standing in StandingWords.All)
        {
            tree.Entry(StandingWords.Key(standing), StatusSummary.Count(status, standing));
        }

        tree.Entry("inUse", StatusSummary.CountInUse(status));
    }

    private static void Parent(TreeWriter tree, ParentStatus parent)
    {
        tree.Entry("device", parent.Address.ToString());
        tree.Entry("present", parent.IsPresent);
        if (parent.Settings is { } settings)
        {
            tree.Map("settings", () => State(tree, settings));
        }

        tree.Maps("subDevices", parent.Devices, device => Device(tree, device));
        tree.Maps("findings", parent.Findings, finding => DiagnosticTree.Entries(tree, finding));
    }

    private static void Device(TreeWriter tree, DeviceStanding device)
    {
        tree.Map("device", () => DeviceTree.Identity(tree, device.Id));
        tree.EntryIfAny("name", device.Name);
        tree.EntryIfAny("document", device.Document);
        tree.EntryIfAny("madeBy", device.MadeBy is { } maker ? StandingWords.Of(maker) : null);
        State(tree, device);
        tree.Maps("holders", device.Holders, holder => HolderTree.Entries(tree, holder));
    }

    private static void State(TreeWriter tree, DeviceStanding device)
    {
        tree.Entry("state", StandingWords.Of(device.Standing));
        tree.EntryIfAny("reason", device.Reason);
        tree.Entry("reloadPending", device.ReloadPending);
        tree.Maps("findings", device.Findings, finding => DiagnosticTree.Entries(tree, finding));
    }
}
