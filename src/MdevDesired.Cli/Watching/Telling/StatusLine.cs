using System.Diagnostics;
using System.Globalization;
using MdevDesired.Rendering.Watching;
using MdevDesired.Reporting.Watching;
using Microsoft.Extensions.Hosting.Systemd;

namespace MdevDesired.Cli.Watching.Telling;

/// <summary>Tells systemd how the service stands (sd_notify(3)).</summary>
internal sealed class StatusLine(ISystemdNotifier systemd)
{
    private string? _told;
    private int _reloading;

    /// <summary>The documents are read again because somebody asked for it.</summary>
    public void Reload()
    {
        Interlocked.Exchange(ref _reloading, 1);
        // CLOCK_MONOTONIC, as Type=notify-reload wants it.
        var microseconds = Stopwatch.GetTimestamp() / (Stopwatch.Frequency / 1_000_000);
        Notify(string.Create(CultureInfo.InvariantCulture, $"RELOADING=1\nMONOTONIC_USEC={microseconds}"));
    }

    public void Hear(WatchStatus status)
    {
        var sentence = WatchSentence.Of(status);
        var reloaded = Interlocked.Exchange(ref _reloading, 0) == 1;
        if (reloaded || sentence != _told)
        {
            Notify($"{(reloaded ? "READY=1\n" : "")}STATUS={sentence}");
        }

        _told = sentence;
    }

    private void Notify(string state)
    {
        if (systemd.IsEnabled)
        {
            systemd.Notify(new ServiceState(state));
        }
    }
}
