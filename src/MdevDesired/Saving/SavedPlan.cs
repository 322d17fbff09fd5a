using MdevDesired.Loading;
using MdevDesired.Planning;

namespace MdevDesired.Saving;

/// <summary>A plan in a file: all that it takes to make it again, and to see whether it is still the same.</summary>
internal sealed record SavedPlan
{
    /// <summary>The host that it was made for.</summary>
    public required string Host { get; init; }

    public required PlanOptions Options { get; init; }

    /// <summary>The documents, with their paths as the user gave them.</summary>
    public required IReadOnlyList<SourceText> Documents { get; init; }

    public required PlanPicture Plan { get; init; }
}
