using MdevDesired.Diagnostics;
using MdevDesired.Linux.Interop;
using MdevDesired.Loading;

namespace MdevDesired.Cli.Input;

/// <summary>Reads what the user names: files, folders (their *.yaml and *.yml, sorted) and <c>-</c> for standard input.</summary>
/// <param name="openStandardInput">Opens it.</param>
/// <param name="longest">How many bytes a file may have.</param>
/// <param name="mayWait">Whether files that the user names may be pipes, which let the reader wait. Those in a folder never may.</param>
internal sealed class InputReader(Func<Stream> openStandardInput, int longest = SourceBytes.Limit, bool mayWait = true)
{
    public const string DefaultFolder = "/etc/mdev-desired";

    private const string StandardInput = "<stdin>";

    private readonly List<SourceText> _sources = [];
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>What was read so far.</summary>
    public InputFiles Files => new(_sources, _diagnostics);

    /// <param name="paths">What the user named; nothing means the default folder.</param>
    /// <param name="root">The folder under which the default one is.</param>
    public void ReadDocuments(IReadOnlyList<string> paths, string root)
    {
        foreach (var path in paths)
        {
            ReadNamed(path);
        }

        if (paths.Count == 0)
        {
            ReadDefault(root.TrimEnd('/') + DefaultFolder);
        }
    }

    /// <summary>Reads one file, or standard input.</summary>
    public void ReadFile(string path)
    {
        if (path.Length == 0)
        {
            Report(InputCodes.EmptyPath, Severity.Error, "an empty text names no file", "is a variable of the shell unset?");
        }
        else if (mayWait || path == "-")
        {
            Read(path);
        }
        else
        {
            ReadRegular(path, "name a regular file: it is read again and again");
        }
    }

    // Opening a pipe would wait for its writer, a device may never end. One whose status cannot be asked for cannot be opened either.
    private void ReadRegular(string path, string hint)
    {
        if (!FileDescriptor.StatusOf(path, out var status).Failed && !status.IsRegularFile)
        {
            Report(InputCodes.NotRegular, Severity.Error, $"{path}: no regular file, but a pipe, a socket or a device", hint);
        }
        else
        {
            Read(path);
        }
    }

    private void Read(string path)
    {
        try
        {
            using var stream = path == "-" ? openStandardInput() : new FileStream(path, new FileStreamOptions { BufferSize = 0 });
            _sources.Add(new(path == "-" ? StandardInput : path, SourceBytes.Read(stream, longest)));
        }
        catch (Exception refusal) when (FileRefusal.Of(refusal) is { } errno)
        {
            _diagnostics.Add(FileRefusal.Diagnose(path, errno));
        }
    }

    private void ReadNamed(string path)
    {
        if (path == "-" || !Directory.Exists(path))
        {
            ReadFile(path);
        }
        else if (ReadFolder(path) == 0)
        {
            Report(InputCodes.EmptyFolder, Severity.Error, $"{path}: the folder holds no *.yaml and no *.yml", "name a file, or another folder");
        }
    }

    private void ReadDefault(string folder)
    {
        if (!Directory.Exists(folder) || ReadFolder(folder) == 0)
        {
            Report(InputCodes.NothingByDefault, Severity.Note, $"{folder} {(Directory.Exists(folder) ? "holds no document" : "is not there")}", "mdev-desired(5) says how to write one; -f names other files");
        }
    }

    private int? ReadFolder(string folder)
    {
        try
        {
            var files = DocumentFiles.In(folder);
            files.ForEach(file => ReadRegular(file, "move it out of the folder"));
            return files.Count;
        }
        catch (Exception refusal) when (FileRefusal.Of(refusal) is { } errno)
        {
            _diagnostics.Add(FileRefusal.Diagnose(folder, errno));
            return null;
        }
    }

    private void Report(DiagnosticCode code, Severity severity, string message, string? hint) =>
        _diagnostics.Add(new(code, severity, null, message, hint));
}
