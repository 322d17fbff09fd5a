using MdevDesired.Diagnostics;
using MdevDesired.Loading;

namespace MdevDesired.Cli.Input;

/// <summary>Reads what the user names: files, folders (their *.yaml and *.yml, sorted) and <c>-</c> for standard input.</summary>
internal sealed class InputReader(Func<Stream> openStandardInput, int longest = SourceBytes.Limit)
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
            return;
        }

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
            Report(InputCodes.NothingByDefault, Severity.Note, $"{folder} holds no document", "-f names other files");
        }
    }

    private int? ReadFolder(string folder)
    {
        try
        {
            var files = DocumentFiles.In(folder);
            files.ForEach(ReadFile);
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
