namespace MdevDesired.Diagnostics;

/// <summary>A documented kind of diagnostic, such as MD0012.</summary>
/// <param name="Number">Stable for ever: never given to another kind.</param>
/// <param name="Title">What the kind is, in a few words.</param>
/// <param name="Explanation">Why it is reported and what to do, for <c>explain</c>.</param>
internal sealed record DiagnosticCode(int Number, string Title, string Explanation)
{
    public override string ToString() => $"MD{Number:D4}";
}
