using MdevDesired.Cli.Terminals;
using Microsoft.Extensions.Hosting;

namespace MdevDesired.Cli.Watching.Hosting;

/// <summary>The service lives until it is interrupted.</summary>
internal sealed class InterruptLifetime(IHostApplicationLifetime application, IInterrupts interrupts) : IHostLifetime, IDisposable
{
    private CancellationTokenRegistration _interrupted;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _interrupted = interrupts.Token.Register(application.StopApplication);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _interrupted.Dispose();
        interrupts.Dispose();
    }
}
