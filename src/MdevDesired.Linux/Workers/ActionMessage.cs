namespace MdevDesired.Linux.Workers;

/// <summary>An action on its way to the process that performs it: one line of JSON.</summary>
internal sealed record ActionMessage
{
    /// <summary>Counts from 1; the outcome has it too.</summary>
    public required int Number { get; init; }

    /// <summary>The action's word.</summary>
    public required string Kind { get; init; }

    public required string Parent { get; init; }

    /// <summary>The kind of the device's identity, and its text.</summary>
    public required string DeviceKind { get; init; }

    public required string Device { get; init; }

    /// <summary>What the action carries beside that.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();
}
