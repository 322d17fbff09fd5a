using System.Globalization;
using MdevDesired.Diagnostics;
using Serilog.Core;
using Serilog.Events;

namespace MdevDesired.Cli.Watching.Telling;

/// <summary>Writes each event of the log as one line: for people with its time, for systemd's journal with its priority (sd-daemon(3)).</summary>
internal sealed class LogLines(TextWriter writer, bool isJournal) : ILogEventSink
{
    private readonly Lock _gate = new();

    public void Emit(LogEvent logEvent)
    {
        var message = UserText.Escape(logEvent.RenderMessage(CultureInfo.InvariantCulture));
        var line = isJournal
            ? $"<{Priority(logEvent.Level)}>{message}\n"
            : string.Create(CultureInfo.InvariantCulture, $"{logEvent.Timestamp:HH:mm:ss.fff} {Word(logEvent.Level)} {message}\n");
        lock (_gate)
        {
            writer.Write(line);
            writer.Flush();
        }
    }

    // syslog(3).
    private static int Priority(LogEventLevel level) => level switch
    {
        LogEventLevel.Fatal => 2,
        LogEventLevel.Error => 3,
        LogEventLevel.Warning => 4,
        LogEventLevel.Information => 6,
        _ => 7,
    };

    private static string Word(LogEventLevel level) => level switch
    {
        LogEventLevel.Fatal or LogEventLevel.Error => "error",
        LogEventLevel.Warning => "warning",
        LogEventLevel.Information => "info",
        _ => "debug",
    };
}
