using MdevDesired.Applying;
using MdevDesired.Cli.Terminals;
using MdevDesired.Diagnostics;
using MdevDesired.Planning;

namespace MdevDesired.Cli.Verbs;

/// <summary>Waits for what a host tells, and says what for.</summary>
internal sealed class Vigil(IHostEvents events, Patience patience, TextWriter log)
{
    // The kernel does not tell of a type that a parent offers later than itself: while one is waited for, a look now and then helps.
    private static readonly TimeSpan Unannounced = TimeSpan.FromSeconds(1);

    private readonly HashSet<string> _told = [];

    /// <summary>Returns when something has happened that may concern sub devices, or when the first patience is at its end.</summary>
    /// <exception cref="OperationCanceledException">The user no longer waits.</exception>
    public void Wait(IReadOnlyList<Awaited> late, CancellationToken stop)
    {
        foreach (var awaited in late.Where(awaited => _told.Add(awaited.Text)))
        {
            log.Write(UserText.Escape($"Waiting for {awaited.Text} (up to {DurationWords.Of(patience.For(awaited.Parent))}).") + "\n");
        }

        var left = late.Min(awaited => patience.Left(awaited.Parent));
        var next = events.Next(late.Any(awaited => !awaited.IsAnnounced) && Unannounced < left ? Unannounced : left, stop);
        // A device that comes makes many events: one look answers all that are there.
        while (next is not null)
        {
            next = events.Next(TimeSpan.Zero, stop);
        }
    }
}
