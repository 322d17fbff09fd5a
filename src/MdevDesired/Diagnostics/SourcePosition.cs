namespace MdevDesired.Diagnostics;

/// <summary>A place in a text: line and column, both counted from 1.</summary>
internal readonly record struct SourcePosition(int Line, int Column) : IComparable<SourcePosition>
{
    public int CompareTo(SourcePosition other) => (Line, Column).CompareTo((other.Line, other.Column));
}
