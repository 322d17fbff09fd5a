using System.Text.Json.Serialization;

namespace MdevDesired.Linux.State;

/// <summary>The ledger as its file has it. A change of meaning gets another version.</summary>
internal sealed record LedgerDocument
{
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    /// <summary>Its elements may be null in a file that somebody edited: the serialiser checks members only.</summary>
    public required IReadOnlyList<LedgerDocumentEntry?> Entries { get; init; }

    /// <summary>What the kernel had not answered; null when it is nothing.</summary>
    public IReadOnlyList<LedgerDocumentPending?>? Pending { get; init; }

    /// <summary>What is remembered of devlink instances; null when it is nothing.</summary>
    public IReadOnlyList<LedgerDocumentDevlink?>? Devlink { get; init; }
}

/// <summary>One device; its identity is a kind and a text, whatever the kind.</summary>
internal sealed record LedgerDocumentEntry
{
    public required string Kind { get; init; }

    public required string Id { get; init; }

    public required string Parent { get; init; }

    public required string Document { get; init; }

    public required string Name { get; init; }

    public ulong? Instance { get; init; }

    public string? Driver { get; init; }

    /// <summary>Null for false.</summary>
    public bool? Protect { get; init; }

    public IReadOnlyList<LedgerDocumentValue?> Written { get; init; } = [];
}

/// <summary>An operation that the kernel had not answered, and the process that waits.</summary>
internal sealed record LedgerDocumentPending(string Kind, string Id, string Action, int Pid, ulong Started);

/// <summary>What is remembered of the devlink instance of one device.</summary>
internal sealed record LedgerDocumentDevlink
{
    public required string Kind { get; init; }

    public required string Id { get; init; }

    public bool ReloadPending { get; init; }

    public IReadOnlyList<LedgerDocumentValue?> Permanent { get; init; } = [];
}

/// <summary>One value written to one attribute.</summary>
internal sealed record LedgerDocumentValue(string Name, string Value);

/// <summary>Serialisers made at compile time: the published program has no reflection to make them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    WriteIndented = true)]
[JsonSerializable(typeof(LedgerDocument))]
internal sealed partial class LedgerJson : JsonSerializerContext;
