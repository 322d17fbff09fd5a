using MdevDesired.Diagnostics;

namespace MdevDesired.Cli.Watching;

/// <summary>What the service reports of its own turns: MD0500 to MD0549.</summary>
internal static class WatchCodes
{
    public static readonly DiagnosticCode Locked = new(
        500,
        "another run works on the host",
        """
        "watch" shares the host with "apply": one at a time changes it. The other run took longer than "--lock-timeout"; the service waits
        a second, then twice as long each time, up to five minutes, and tries again.
        """);

    public static readonly DiagnosticCode Failed = new(
        501,
        "the host could not be looked at",
        """
        The kernel refused what "watch" needs to see how the host stands; the message has the error's name. Nothing was changed; the service
        tries again after a second, then after twice as long each time, up to five minutes.
        """);

    public static readonly DiagnosticCode EventsLost = new(
        502,
        "changes are not heard of",
        """
        The kernel does not tell of changes of the host, or of files. "watch" tries to listen again every half minute; until then changes are
        only found by its timer ("--interval").
        """);

    public static readonly DiagnosticCode NotTold = new(
        503,
        "the status file or the textfile cannot be written",
        """
        The file that "--status-file" or "--textfile" names could not be replaced; the message has the error's name. The host is kept all the
        same. Whoever reads the file sees by its times that it is old.
        """);

    public static IReadOnlyList<DiagnosticCode> All { get; } = [Locked, Failed, EventsLost, NotTold];
}
