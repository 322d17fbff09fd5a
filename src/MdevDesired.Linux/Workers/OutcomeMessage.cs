namespace MdevDesired.Linux.Workers;

/// <summary>What became of an action, on its way back: one line of JSON. Without an errno the kernel did it.</summary>
internal sealed record OutcomeMessage
{
    public required int Number { get; init; }

    public string? Operation { get; init; }

    public string? Target { get; init; }

    public int? Errno { get; init; }

    public string? ExtendedAck { get; init; }

    /// <summary>What went wrong in the program itself.</summary>
    public string? Bug { get; init; }
}
