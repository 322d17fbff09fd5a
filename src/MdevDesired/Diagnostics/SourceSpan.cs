namespace MdevDesired.Diagnostics;

/// <summary>Where something stands in the user's input; prints as <c>file:line:column</c>.</summary>
/// <param name="File">The path as the user gave it, or <c>&lt;stdin&gt;</c>.</param>
/// <param name="Start">The first character.</param>
internal readonly record struct SourceSpan(string File, SourcePosition Start) : IComparable<SourceSpan>
{
    public int CompareTo(SourceSpan other)
    {
        var file = string.CompareOrdinal(File, other.File);
        return file != 0 ? file : Start.CompareTo(other.Start);
    }

    public override string ToString() => $"{UserText.Escape(File)}:{Start.Line}:{Start.Column}";
}
