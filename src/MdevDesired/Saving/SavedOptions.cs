using MdevDesired.Model;
using MdevDesired.Planning;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Saving;

/// <summary>The options of a plan in its file: all that the same documents could give another plan with.</summary>
internal static class SavedOptions
{
    public static void Entries(TreeWriter tree, PlanOptions options)
    {
        tree.EntryIfAny("parent", options.Parent?.ToString());
        tree.Entry("adopt", options.Adopt);
        tree.Entry("pruneRemoved", options.PruneRemoved);
        tree.Entry("allowDisruption", options.AllowDisruption);
    }

    /// <exception cref="FormatException">One is missing, or is no such option.</exception>
    public static PlanOptions Read(SavedFields fields) => new()
    {
        Parent = fields.Has("parent") ? ParentAddress.Parse(fields.Text("parent")) : null,
        Adopt = fields.Flag("adopt"),
        PruneRemoved = fields.Flag("pruneRemoved"),
        AllowDisruption = fields.Flag("allowDisruption"),
    };
}
