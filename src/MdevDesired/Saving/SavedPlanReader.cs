using System.Text;
using System.Text.Json;
using MdevDesired.Diagnostics;
using MdevDesired.Loading;
using MdevDesired.Model;
using MdevDesired.Rendering;

namespace MdevDesired.Saving;

/// <summary>Reads what <see cref="SavedPlanDocument"/> wrote. Whatever the file is, what is wrong with it becomes a diagnostic.</summary>
internal static class SavedPlanReader
{
    /// <param name="source">The file.</param>
    /// <param name="host">The host that it shall be applied to.</param>
    public static SavedPlanReading Read(SourceText source, string host)
    {
        try
        {
            using var json = JsonDocument.Parse(source.Bytes);
            var root = new SavedFields(json.RootElement, "the whole");
            return Refusal(source.Path, root, host) is { } problem ? new(null, problem) : new(Plan(root), null);
        }
        catch (JsonException broken)
        {
            return new(null, SavedPlanMistakes.NoJson(source, broken));
        }
        catch (FormatException wrong)
        {
            return new(null, SavedPlanMistakes.Wrong(source.Path, wrong.Message));
        }
    }

    private static Diagnostic? Refusal(string path, SavedFields root, string host) =>
        root.Text("kind") is var kind && kind != SavedPlanDocument.Kind ? SavedPlanMistakes.OtherKind(path, kind)
        : root.Text("apiVersion") is var version && version != FormatVersion.V1Alpha1 ? SavedPlanMistakes.OtherVersion(path, version)
        : root.Text("host") is var other && other != host ? SavedPlanMistakes.OtherHost(path, other, host)
        : null;

    private static SavedPlan Plan(SavedFields root) => new()
    {
        Host = root.Text("host"),
        Options = SavedOptions.Read(root.Nested("options")),
        Documents = [.. root.List("documents").EnumerateArray().Select(Document)],
        Plan = new(root.Nested("plan").List("changes").Clone(), root.Texts("text").ToEquatableArray()),
    };

    private static SourceText Document(JsonElement item)
    {
        var fields = new SavedFields(item, "an item of \"documents\"");
        return new(fields.Text("path"), Encoding.UTF8.GetBytes(fields.Text("text")));
    }
}
