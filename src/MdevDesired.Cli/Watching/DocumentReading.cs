using MdevDesired.Diagnostics;
using MdevDesired.Model;

namespace MdevDesired.Cli.Watching;

/// <summary>The documents as they were read.</summary>
/// <param name="State">What they want; empty when they have mistakes.</param>
/// <param name="Diagnostics">What there is to say of them.</param>
internal sealed record DocumentReading(DesiredState State, EquatableArray<Diagnostic> Diagnostics)
{
    public bool IsValid => !Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}
