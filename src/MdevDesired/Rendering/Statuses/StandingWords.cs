using MdevDesired.Model;
using MdevDesired.Rendering.Pages;
using MdevDesired.Reporting;

namespace MdevDesired.Rendering.Statuses;

/// <summary>The words of a status, which are the same in every output.</summary>
internal static class StandingWords
{
    public static IReadOnlyList<Standing> All { get; } = Enum.GetValues<Standing>();

    public static string Of(Standing standing) => standing switch
    {
        Standing.InSync => "in-sync",
        Standing.Missing => "missing",
        Standing.Drifted => "drifted",
        Standing.Pending => "pending",
        Standing.Blocked => "blocked",
        Standing.ParentAbsent => "parent-absent",
        Standing.Leftover => "leftover",
        Standing.Unmanaged => "unmanaged",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "no such standing"),
    };

    /// <summary>The key of a count in documents.</summary>
    public static string Key(Standing standing) => standing switch
    {
        Standing.InSync => "inSync",
        Standing.ParentAbsent => "parentAbsent",
        _ => Of(standing),
    };

    public static string Of(Maker maker) => maker switch
    {
        Maker.ThisTool => "mdev-desired",
        Maker.Others => "others",
        _ => "unknown",
    };

    /// <summary>The word as people read it.</summary>
    public static string Text(Standing standing) => Of(standing).Replace('-', ' ');

    public static Ink Ink(Standing standing) => standing switch
    {
        Standing.InSync => Pages.Ink.Good,
        Standing.Unmanaged => Pages.Ink.Faint,
        Standing.Missing or Standing.Blocked or Standing.ParentAbsent => Pages.Ink.Error,
        _ => Pages.Ink.Warning,
    };

    public static string Of(DeviceHolder holder) => holder.Words;
}
