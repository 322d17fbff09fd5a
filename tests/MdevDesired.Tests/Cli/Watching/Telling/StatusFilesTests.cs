using System.Runtime.Versioning;
using MdevDesired.Cli.Watching;
using MdevDesired.Cli.Watching.Telling;
using MdevDesired.Reporting.Watching;
using Serilog;
using Xunit;

namespace MdevDesired.Tests.Cli.Watching.Telling;

[UnsupportedOSPlatform("windows")]
public sealed class StatusFilesTests : IDisposable
{
    private readonly string _top = Directory.CreateTempSubdirectory("mdev-desired-").FullName;
    private readonly StringWriter _writer = new();

    public void Dispose()
    {
        _writer.Dispose();
        Directory.Delete(_top, recursive: true);
    }

    [Fact]
    public void Makes_the_usual_folder_and_lets_everyone_read()
    {
        Hear(null);
        var file = $"{_top}/run/mdev-desired/status.json";
        Assert.Contains("\"condition\": \"starting\"", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Equal("644", Shown(file));
        Assert.Equal("644", Shown($"{_top}/mdev.prom"));
        Assert.Equal([file], Directory.GetFiles($"{_top}/run/mdev-desired"));
        Assert.Equal("", _writer.ToString());
    }

    [Fact]
    public void Says_once_that_a_file_cannot_be_written()
    {
        Hear($"{_top}/absent/status.json");
        Assert.Equal($"<4>MD0503: {_top}/absent/status.json cannot be written: ENOENT (hint: the folder that shall hold it is missing)\n", _writer.ToString());
    }

    private static string Shown(string path) => Convert.ToString((int)File.GetUnixFileMode(path), 8);

    private void Hear(string? statusFile)
    {
        using var log = new LoggerConfiguration().WriteTo.Sink(new LogLines(_writer, isJournal: true)).CreateLogger();
        var files = new StatusFiles(Options(statusFile), log);
        var status = new WatchStatus
        {
            Host = "",
            Condition = WatchCondition.Starting,
            Started = default,
        };
        files.Hear(status);
        files.Hear(status);
    }

    private WatchOptions Options(string? statusFile) => new()
    {
        Root = _top,
        StatusFile = statusFile,
        Textfile = $"{_top}/mdev.prom",
        Times = new()
        {
            Interval = TimeSpan.FromMinutes(5),
        },
    };
}
