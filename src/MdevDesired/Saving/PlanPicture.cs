using System.Text.Json;
using MdevDesired.Model;
using MdevDesired.Planning;
using MdevDesired.Rendering.Pages;
using MdevDesired.Rendering.Plans;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Saving;

/// <summary>What of a plan is agreed to.</summary>
/// <param name="Changes">Its changes, as its document has them.</param>
/// <param name="Lines">The plan as people read it, line by line.</param>
internal sealed record PlanPicture(JsonElement Changes, EquatableArray<string> Lines)
{
    public static PlanPicture Of(Plan plan)
    {
        using var document = JsonDocument.Parse(PlanDocument.Render(TreeSyntax.Json, plan));
        return new(document.RootElement.GetProperty("changes").Clone(), LinesOf(plan));
    }

    /// <summary>The plan as people read it.</summary>
    public static EquatableArray<string> LinesOf(Plan plan) =>
        PlanText.Render(plan, Palette.Plain).TrimEnd('\n').Split('\n').ToEquatableArray();

    /// <summary>Whether both do the same to the same devices, for the same reasons.</summary>
    public bool DoesAs(PlanPicture other) => JsonElement.DeepEquals(Changes, other.Changes);
}
