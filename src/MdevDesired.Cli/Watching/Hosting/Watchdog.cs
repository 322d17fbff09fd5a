using System.Globalization;
using MdevDesired.Cli.Watching.Scheduling;
using Microsoft.Extensions.Hosting.Systemd;

namespace MdevDesired.Cli.Watching.Hosting;

/// <summary>Lets systemd know that the service goes on, as often as it wants (sd_watchdog_enabled(3)); when it does not, systemd restarts it.</summary>
internal sealed class Watchdog : IDisposable
{
    // Half of the time is what systemd advises; a little more leaves room on a busy host.
    private const int Parts = 3;

    private readonly Timer _timer;

    private Watchdog(ISystemdNotifier systemd, Pulse pulse, TimeSpan period) => _timer = new(_ => Bark(systemd, pulse), null, TimeSpan.Zero, period);

    /// <summary>Null where systemd does not want it.</summary>
    public static Watchdog? Start(ISystemdNotifier systemd, Pulse pulse) =>
        systemd.IsEnabled && Period() is { } period ? new(systemd, pulse, period / Parts) : null;

    public void Dispose() => _timer.Dispose();

    // For another process when WATCHDOG_PID says so.
    private static TimeSpan? Period() =>
        long.TryParse(Environment.GetEnvironmentVariable("WATCHDOG_USEC"), NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
        && microseconds > 0
        && (Environment.GetEnvironmentVariable("WATCHDOG_PID") is not { Length: > 0 } process || process == Environment.ProcessId.ToString(CultureInfo.InvariantCulture))
            ? TimeSpan.FromMicroseconds(microseconds)
            : null;

    private static void Bark(ISystemdNotifier systemd, Pulse pulse)
    {
        if (pulse.IsBeating)
        {
            systemd.Notify(new ServiceState("WATCHDOG=1"));
        }
    }
}
