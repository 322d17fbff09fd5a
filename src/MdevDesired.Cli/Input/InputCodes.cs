using MdevDesired.Diagnostics;

namespace MdevDesired.Cli.Input;

/// <summary>What is reported of files beside their content: MD0400 to MD0449.</summary>
internal static class InputCodes
{
    public static readonly DiagnosticCode Missing = new(
        400,
        "no such file or folder",
        """
        A path that "-f", "--observed", "--observed-out" or "apply PLAN" names does not exist.
        """);

    public static readonly DiagnosticCode Unreadable = new(
        401,
        "file or folder cannot be read",
        """
        The path exists and the system refuses to read it; the message has the error's name. EACCES: the user who runs the
        command may not.
        """);

    public static readonly DiagnosticCode EmptyFolder = new(
        402,
        "folder holds no document",
        """
        Of a folder its files *.yaml and *.yml are taken, those in folders beneath it and hidden ones are not. A folder that is
        named and has none is taken for a mistake, because nothing at all would be desired.
        """);

    public static readonly DiagnosticCode NothingByDefault = new(
        403,
        "the default folder is absent or holds no document",
        """
        Without "-f" the documents in /etc/mdev-desired are taken. There are none, so nothing is created and nothing removed.
        """);

    public static readonly DiagnosticCode NotSaved = new(
        404,
        "snapshot or plan cannot be saved",
        """
        The file that "--observed-out" or "plan --out" names could not be written; the message has the error's name. A file that
        was there is as it was.
        """);

    public static readonly DiagnosticCode EmptyPath = new(
        405,
        "empty path",
        """
        "-f" or "--observed" was given an empty text, as happens with a variable of the shell that is not set.
        """);

    public static readonly DiagnosticCode OthersNotSeen = new(
        406,
        "processes of other users cannot be looked at",
        """
        An ordinary user may not see what the processes of others have open. A device that "status" does not show as in use may
        be in use all the same; root sees it.
        """);

    public static readonly DiagnosticCode NotRegular = new(
        407,
        "no regular file",
        """
        A document in a folder, or one that "watch" reads, is a pipe, a socket or a device. To read it could take forever, so it is
        not opened. Pipes that "-f" names are read by the other commands.
        """);

    public static IReadOnlyList<DiagnosticCode> All { get; } =
        [Missing, Unreadable, EmptyFolder, NothingByDefault, NotSaved, EmptyPath, OthersNotSeen, NotRegular];
}
