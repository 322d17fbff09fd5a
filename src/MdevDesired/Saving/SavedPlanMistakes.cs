using System.Text.Json;
using MdevDesired.Diagnostics;
using MdevDesired.Loading;
using MdevDesired.Rendering;

namespace MdevDesired.Saving;

/// <summary>What can be wrong with the file of a saved plan.</summary>
internal static class SavedPlanMistakes
{
    private const string HowToSave = "\"mdev-desired plan --out FILE\" saves one";

    private const string DocumentsGoWithF = "a desired-state document is given with -f";

    public static Diagnostic NoJson(SourceText source, JsonException broken)
    {
        var place = new SourcePosition((int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1);
        var text = source.Bytes.Span.Trim(" \t\r\n"u8);
        var why = text.IsEmpty ? "it is empty" : text[0] == '{' && text[^1] != '}' ? "it is cut off" : "it is not JSON";
        return new(SavedPlanCodes.NotASavedPlan, Severity.Error, new(source.Path, place), $"the file is no saved plan: {why}",
            !text.IsEmpty && text[0] != '{' ? DocumentsGoWithF : HowToSave);
    }

    public static Diagnostic Wrong(string path, string why) =>
        new(SavedPlanCodes.NotASavedPlan, Severity.Error, null, $"{path}: the file is no saved plan: {why}", HowToSave);

    public static Diagnostic OtherKind(string path, string kind) =>
        new(SavedPlanCodes.NotASavedPlan, Severity.Error, null, $"{path}: the file is no saved plan: its kind is {UserText.Quote(kind)}",
            kind switch
            {
                DesiredStateFormat.Kind => DocumentsGoWithF,
                "ObservedState" => "a snapshot is given with --observed",
                _ => HowToSave,
            });

    public static Diagnostic OtherVersion(string path, string version) =>
        new(SavedPlanCodes.OtherVersion, Severity.Error, null,
            $"{path}: the plan has the version {UserText.Quote(version)}; this program knows {FormatVersion.V1Alpha1}",
            "save it again with this version of the program");

    public static Diagnostic OtherHost(string path, string other, string host) =>
        new(SavedPlanCodes.OtherHost, Severity.Error, null, $"{path}: the plan was made for host {UserText.Quote(other)}, and this is {UserText.Quote(host)}",
            "apply it there, or make one for this host");
}
