using MdevDesired.Diagnostics;
using MdevDesired.Model;

namespace MdevDesired.Loading;

/// <summary>Collects what is wrong with the input; the same mistake at the same place counts once, whoever finds it.</summary>
internal sealed class Findings
{
    private readonly HashSet<Diagnostic> _found = [];

    public bool Any => _found.Count > 0;

    public void Add(SourceSpan span, Mistake mistake) =>
        _found.Add(new Diagnostic(mistake.Code, Severity.Error, span, mistake.Message, mistake.Hint));

    /// <summary>In the order of the input: file, line, column.</summary>
    public EquatableArray<Diagnostic> Sorted() => _found
        .OrderBy(diagnostic => diagnostic.Span)
        .ThenBy(diagnostic => diagnostic.Code.Number)
        .ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal)
        .ToEquatableArray();
}
