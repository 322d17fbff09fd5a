using System.Runtime.InteropServices;
using MdevDesired.Applying;
using MdevDesired.Cli.Hosts;
using MdevDesired.Cli.Input;
using MdevDesired.Cli.Watching.Listening;
using MdevDesired.Cli.Watching.Scheduling;
using MdevDesired.Cli.Watching.Telling;
using MdevDesired.Linux.FileChanges;
using MdevDesired.Reporting.Watching;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;
using Serilog;

namespace MdevDesired.Cli.Watching.Hosting;

/// <summary>Starts what listens, and works on a thread of its own until it is told to stop.</summary>
internal sealed class WatchService(WatchOptions options, Func<HostPorts> open, Func<IHostEvents> events, ILogger log, ISystemdNotifier systemd) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Factory.StartNew(() => Run(stoppingToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Run(CancellationToken stop)
    {
        var signals = new Signals(new Schedule(options.Times, Random.Shared.NextDouble), TimeProvider.System);
        var pulse = new Pulse(TimeProvider.System);
        var line = new StatusLine(systemd);
        var audience = new WatchAudience(new(log), new(options, log), line);
        var watcher = new Watcher(options, open, signals, pulse, audience, TimeProvider.System);
        using var watchdog = Watchdog.Start(systemd, pulse);
        using var reload = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            line.Reload();
            signals.Hear(WatchTrigger.Request);
        });
        log.Information("Watching {Paths:l}{Mode:l}.", string.Join(", ", watcher.Paths), options.ObserveOnly ? "; nothing is changed" : "");
        // Before the first look: what happens after it is heard.
        new HostListener(events, signals, Tell).Start(stop);
        new DocumentListener(() => new FileChangeMonitor(watcher.Paths, DocumentsIn), signals, Tell).Start(stop);
        watcher.Run(stop);
    }

    // A folder may go away while it is listed; reading the documents tells of one that cannot be.
    private static List<string> DocumentsIn(string folder)
    {
        try
        {
            return DocumentFiles.In(folder);
        }
        catch (Exception refusal) when (FileRefusal.Of(refusal) is not null)
        {
            return [];
        }
    }

    private void Tell(string trouble) => log.Warning("{Trouble:l}", trouble);
}
