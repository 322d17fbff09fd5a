using MdevDesired.Applying;
using MdevDesired.Cli.Hosts;
using MdevDesired.Cli.Terminals;
using MdevDesired.Cli.Watching.Telling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging;
using Serilog;

namespace MdevDesired.Cli.Watching.Hosting;

/// <summary>Runs the service: composition, signals, systemd. Nothing of this is loaded by the other commands.</summary>
internal static class WatchHost
{
    /// <summary>Returns when the service was told to stop.</summary>
    /// <param name="options">What the user asks.</param>
    /// <param name="open">Opens the host.</param>
    /// <param name="events">Opens what tells of changes of the host.</param>
    /// <param name="surroundings">Where the log goes.</param>
    public static void Run(WatchOptions options, Func<HostPorts> open, Func<IHostEvents> events, Surroundings surroundings)
    {
        using var log = new LoggerConfiguration().WriteTo.Sink(new LogLines(surroundings.Error, IsJournal)).CreateLogger();
        var systemd = new SystemdNotifier();
        // No settings from files, environment or arguments: everything the service heeds is on its command line.
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Timeout.InfiniteTimeSpan);
        builder.Services.AddSingleton<ISystemdNotifier>(systemd);
        builder.Services.AddSingleton<IHostLifetime>(services => Lifetime(services, systemd, surroundings));
        var service = new WatchService(options, open, events, log, systemd);
        builder.Services.AddSingleton<IHostedService>(service);
        using var host = builder.Build();
        try
        {
            host.Run();
            // What ended the service by itself is ours to tell of.
            service.ExecuteTask?.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // It was told to stop before it had begun.
        }
    }

    // systemd says to a service that its standard error is the journal (systemd.exec(5)).
    private static bool IsJournal => Environment.GetEnvironmentVariable("JOURNAL_STREAM") is { Length: > 0 };

    private static IHostLifetime Lifetime(IServiceProvider services, SystemdNotifier systemd, Surroundings surroundings)
    {
        var application = services.GetRequiredService<IHostApplicationLifetime>();
        return systemd.IsEnabled
            ? new SystemdLifetime(services.GetRequiredService<IHostEnvironment>(), application, systemd, services.GetRequiredService<ILoggerFactory>())
            : new InterruptLifetime(application, surroundings.HeedInterrupts());
    }
}
