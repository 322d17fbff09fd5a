using MdevDesired.Model;
using MdevDesired.Planning;
using MdevDesired.Rendering.Pages;

namespace MdevDesired.Rendering.Plans;

/// <summary>How the kinds of change look in text: Terraform's signs, and one for adoption, which changes nothing on the host.</summary>
internal static class ChangeLook
{
    public static string Sign(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => "+",
        ChangeKind.Change => "~",
        ChangeKind.Replace => "-/+",
        ChangeKind.Remove => "-",
        _ => "=",
    };

    public static Ink Ink(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => Pages.Ink.Added,
        ChangeKind.Change => Pages.Ink.Changed,
        ChangeKind.Adopt => Pages.Ink.Adopted,
        _ => Pages.Ink.Removed,
    };

    /// <summary>The kind's word, which is also its name in documents.</summary>
    public static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => "create",
        ChangeKind.Change => "change",
        ChangeKind.Replace => "replace",
        ChangeKind.Remove => "remove",
        _ => "adopt",
    };

    /// <summary>What the device is called where its parent is named, or null for one without a name.</summary>
    public static string? Name(DeviceChange change) => change.Id is ParentId ? "settings" : change.Name;
}
