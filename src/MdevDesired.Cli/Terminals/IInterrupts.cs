namespace MdevDesired.Cli.Terminals;

/// <summary>Turns the user's interrupt into a cancellation while it lives.</summary>
internal interface IInterrupts : IDisposable
{
    CancellationToken Token { get; }
}
