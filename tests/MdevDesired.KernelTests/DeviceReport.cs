using System.Text.Json;

namespace MdevDesired.KernelTests;

/// <summary>What a run did for one sub device, and why it failed if it did.</summary>
/// <param name="Uuid">The sub device.</param>
/// <param name="Status">What became of its change.</param>
/// <param name="Failure">The sentence for the user, or null.</param>
/// <param name="Hint">What to do next, or null.</param>
/// <param name="CleanUp">What was done about a half-made device, or null.</param>
/// <param name="Actions">Each action in order, as <c>bind refused EIO</c>.</param>
public sealed record DeviceReport(
    string Uuid, string Status, string? Failure, string? Hint, string? CleanUp, IReadOnlyList<string> Actions)
{
    public static DeviceReport Of(JsonElement outcome) => new(
        outcome.GetProperty("device").GetProperty("id").GetString()!,
        outcome.GetProperty("status").GetString()!,
        TextOf(outcome, "failure"),
        TextOf(outcome, "hint"),
        TextOf(outcome, "cleanUp"),
        [.. outcome.GetProperty("actions").EnumerateArray().Select(Action)]);

    private static string Action(JsonElement action)
    {
        var errno = action.TryGetProperty("error", out var error) ? " " + TextOf(error, "errno") : "";
        return $"{TextOf(action, "kind")} {TextOf(action, "status")}{errno}";
    }

    private static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var text) ? text.GetString() : null;
}
