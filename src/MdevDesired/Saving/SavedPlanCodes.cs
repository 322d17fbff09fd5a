using MdevDesired.Diagnostics;

namespace MdevDesired.Saving;

/// <summary>What is reported of saved plans alone: MD0450 to MD0499.</summary>
internal static class SavedPlanCodes
{
    public static readonly DiagnosticCode NotASavedPlan = new(
        450,
        "file is no saved plan",
        """
        "apply PLAN" takes what "plan --out" wrote, whole and as it was written. A desired-state document is given with "-f",
        a snapshot with "--observed". A file that was cut off, by a full disk for instance, is made anew with "plan --out".
        """);

    public static readonly DiagnosticCode OtherVersion = new(
        451,
        "saved plan has another version",
        """
        Another version of this program saved the plan, in a form that this one does not know. Nothing was changed. Make the
        plan again with the version that shall apply it.
        """);

    public static readonly DiagnosticCode OtherHost = new(
        452,
        "saved plan is for another host",
        """
        A plan is made for one host, from what that host has. Nothing was changed. Make a plan for each host; the documents
        may be the same.
        """);

    public static readonly DiagnosticCode HostMovedOn = new(
        453,
        "the host has moved on since the plan was saved",
        """
        A plan made now from the same documents would do something else than the saved one: devices were made, changed or
        removed meanwhile, or who made them is told otherwise. Nothing was changed, because nobody has agreed to what would be
        done now. The difference is shown, lines that only the saved plan has with "-", those of the new one with "+". Look at a
        new plan, save it and apply that.
        """);

    public static IReadOnlyList<DiagnosticCode> All { get; } = [NotASavedPlan, OtherVersion, OtherHost, HostMovedOn];
}
