using MdevDesired.Applying;
using MdevDesired.Diagnostics;
using MdevDesired.Linux.Interop;
using MdevDesired.Model;

namespace MdevDesired.Linux.State;

/// <summary>
/// The ledger in <c>run/mdev-desired/ledger.json</c>, for the owner's eyes only. It is not synced to a disk: /run is memory, and
/// what the ledger tells of is gone with it at the next boot.
/// </summary>
internal sealed class LedgerFile(HostRoot root) : ILedgerStore
{
    private const string Name = "ledger.json";
    private const string NextName = "ledger.json.next";
    private const string UnreadableName = "ledger.json.unreadable";
    private const uint Mode = 0b110_000_000;

    private readonly Lock _oneAtATime = new();
    private bool _isUnreadable;

    private string Path => $"{StateFolder.PathUnder(root)}/{Name}";

    /// <inheritdoc/>
    public LedgerReading Load()
    {
        try
        {
            return ReadText() is { } text ? Understood(text) : new LedgerReading(Ledger.Empty);
        }
        catch (KernelException e)
        {
            return Problem(ApplyingCodes.LedgerUnreadable, $"cannot be read: {e.Errno}", ErrnoMeaning.Hint(e.Errno));
        }
        catch (FormatException e)
        {
            return Problem(ApplyingCodes.LedgerNotUnderstood, $"cannot be understood: {e.Message}");
        }
    }

    /// <inheritdoc/>
    public void Save(Ledger ledger)
    {
        var text = LedgerText.Write(ledger);
        lock (_oneAtATime)
        {
            using var folder = StateFolder.OpenOrMake(root);
            KeepUnreadable(folder);
            Require(WriteNext(folder, text), folder);
            Require(folder.Rename(NextName, Name).Errno, folder);
        }
    }

    private byte[]? ReadText()
    {
        using var folder = StateFolder.Open(root);
        if (folder is null)
        {
            return null;
        }

        using var file = folder.OpenFile(Name, OpenFlags.Read, Resolve.NoLinks, out var errno);
        return file is not null ? WholeFile.Read(file, Path)
            : ErrnoMeaning.IsGone(errno) ? null
            : throw new KernelException("open", Path, errno);
    }

    private LedgerReading Understood(byte[] text) =>
        LedgerText.VersionOf(text) is var version and not LedgerDocument.CurrentVersion
            ? Problem(ApplyingCodes.LedgerOfAnotherVersion, $"has version {version}; this program knows {LedgerDocument.CurrentVersion}")
            : new LedgerReading(LedgerText.Read(text));

    private LedgerReading Problem(DiagnosticCode code, string what, string? hint = null)
    {
        _isUnreadable = true;
        return new(Ledger.Unknown, new Diagnostic(code, Severity.Warning, null,
            $"who made the devices is not known: the ledger {Path} {what}", hint ?? $"a run that writes keeps the file as {UnreadableName}"));
    }

    // What could not be understood may be all that knows whose the devices are: it is kept for a person to read.
    private void KeepUnreadable(Folder folder)
    {
        if (_isUnreadable)
        {
            folder.Rename(Name, UnreadableName);
            _isUnreadable = false;
        }
    }

    // A run that was killed may have left its file: nobody else writes one, because a run holds the host's lock.
    private static Errno? WriteNext(Folder folder, byte[] text)
    {
        folder.Unlink(NextName);
        using var file = folder.OpenFile(NextName, OpenFlags.CreateNew, Resolve.NoLinks, out var errno, Mode);
        return file is null ? errno : WholeFile.Write(file, text);
    }

    private static void Require(Errno? errno, Folder folder)
    {
        if (errno is not { } refused)
        {
            return;
        }

        folder.Unlink(NextName);
        throw new KernelException("write the ledger", folder.PathOf(Name), refused);
    }
}
