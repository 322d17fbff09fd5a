using MdevDesired.Diagnostics;
using MdevDesired.Model;

namespace MdevDesired.Loading;

/// <summary>What loading gave.</summary>
internal sealed record LoadResult
{
    /// <summary>What the documents for the host want; empty when the input has errors.</summary>
    public required DesiredState State { get; init; }

    /// <summary>Everything that is wrong with any file, in the order of file, line and column.</summary>
    public required EquatableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>The names of all documents of the input that could be read, ordered, whatever hosts they are for.</summary>
    public required EquatableArray<string> Documents { get; init; }

    /// <summary>How many sub devices these documents list, whatever hosts they are for.</summary>
    public required int ListedSubDevices { get; init; }

    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}
