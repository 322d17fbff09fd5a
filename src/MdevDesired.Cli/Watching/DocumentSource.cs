using MdevDesired.Cli.Input;
using MdevDesired.Loading;
using MdevDesired.Model;

namespace MdevDesired.Cli.Watching;

/// <summary>Reads the documents again and again; those that have not changed are loaded once.</summary>
internal sealed class DocumentSource(WatchOptions options)
{
    private InputFiles _files = new([], []);
    private string? _host;
    private DocumentReading? _reading;

    /// <summary>What has to be watched for changes.</summary>
    public IReadOnlyList<string> Paths => options.Files.Count > 0 ? options.Files : [options.Root.TrimEnd('/') + InputReader.DefaultFolder];

    /// <summary>The very same reading as before when nothing has changed.</summary>
    /// <param name="host">The host's name.</param>
    public DocumentReading Read(string host)
    {
        var reader = new InputReader(() => Stream.Null, mayWait: false);
        reader.ReadDocuments(options.Files, options.Root);
        if (_reading is { } reading && _host == host && IsAsBefore(reader.Files))
        {
            return reading;
        }

        var loaded = DesiredStateLoader.Load(reader.Files.Sources, host);
        (_files, _host) = (reader.Files, host);
        return _reading = new(loaded.State, reader.Files.Diagnostics.Concat(loaded.Diagnostics).ToEquatableArray());
    }

    private bool IsAsBefore(InputFiles files) =>
        _files.Diagnostics.SequenceEqual(files.Diagnostics)
        && _files.Sources.Count == files.Sources.Count
        && _files.Sources.Zip(files.Sources).All(pair => pair.First.Path == pair.Second.Path && pair.First.Bytes.Span.SequenceEqual(pair.Second.Bytes.Span));
}
