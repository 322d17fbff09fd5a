using MdevDesired.Cli.Watching.Telling;
using MdevDesired.Reporting.Watching;
using MdevDesired.Tests.Rendering;
using Serilog;
using Xunit;

namespace MdevDesired.Tests.Cli.Watching.Telling;

public sealed class WatchLogTests : IDisposable
{
    private static readonly WatchStatus Invalid = new()
    {
        Host = "node-7",
        Condition = WatchCondition.InvalidInput,
        Started = default,
        Problems = [Samples.Diagnostic("is wrong", hint: "mend it")],
    };

    private readonly StringWriter _writer = new();
    private readonly Serilog.Core.Logger _logger;
    private readonly WatchLog _log;

    public WatchLogTests()
    {
        _logger = new LoggerConfiguration().WriteTo.Sink(new LogLines(_writer, isJournal: true)).CreateLogger();
        _log = new(_logger);
    }

    public void Dispose()
    {
        _logger.Dispose();
        _writer.Dispose();
    }

    [Fact]
    public void Tells_what_is_wrong_once()
    {
        _log.Hear(Invalid);
        var told = _writer.ToString();
        Assert.Contains("is wrong (hint: mend it)\n", told, StringComparison.Ordinal);
        _log.Hear(Invalid);
        Assert.Equal(told, _writer.ToString());
    }

    [Fact]
    public void Tells_it_again_when_it_comes_back()
    {
        _log.Hear(Invalid);
        _log.Hear(Invalid with { Condition = WatchCondition.InSync, Problems = [] });
        _log.Hear(Invalid);
        Assert.Equal(2, _writer.ToString().Split("is wrong (hint").Length - 1);
    }

    [Fact]
    public void Tells_each_device_that_differs_when_the_service_only_observes()
    {
        var status = Invalid with { Condition = WatchCondition.NotInSync, Problems = [], Devices = Samples.Status() };
        _log.Hear(status);
        Assert.DoesNotContain(": missing", _writer.ToString(), StringComparison.Ordinal);
        _log.Hear(status with { ObserveOnly = true });
        Assert.Contains(": missing", _writer.ToString(), StringComparison.Ordinal);
    }
}
