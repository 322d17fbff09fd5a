using MdevDesired.Diagnostics;
using MdevDesired.Model;

namespace MdevDesired.Loading;

/// <summary>Collects what is wrong with the input; the same mistake at the same place counts once, whoever finds it.</summary>
internal sealed class Findings
{
    /// <summary>How many are told: nobody reads more, and a hostile input has millions.</summary>
    public const int Most = 1000;

    private readonly HashSet<Diagnostic> _found = [];
    private int _untold;

    public bool Any => _found.Count > 0;

    public void Add(SourceSpan span, Mistake mistake)
    {
        if (_found.Count < Most)
        {
            _found.Add(new Diagnostic(mistake.Code, Severity.Error, span, mistake.Message, mistake.Hint));
        }
        else
        {
            _untold++;
        }
    }

    /// <summary>In the order of the input: file, line, column; last, that there are more than are told.</summary>
    public EquatableArray<Diagnostic> Sorted() =>
        [.. InOrder(), .. _untold == 0 ? [] : new[] { new Diagnostic(LoadingCodes.More, Severity.Note, null, $"there is more than these {Most} errors", "mend them first") }];

    private IEnumerable<Diagnostic> InOrder() => _found
        .OrderBy(diagnostic => diagnostic.Span)
        .ThenBy(diagnostic => diagnostic.Code.Number)
        .ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal);
}
