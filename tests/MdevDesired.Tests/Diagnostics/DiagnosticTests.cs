using MdevDesired.Diagnostics;
using Xunit;

namespace MdevDesired.Tests.Diagnostics;

public sealed class DiagnosticTests
{
    private static readonly DiagnosticCode Code = new(12, "unknown key", "why");

    [Fact]
    public void Prints_as_compilers_do() => Assert.Equal(
        "rack7.yaml:3:7: error MD0012: unknown key",
        new Diagnostic(Code, Severity.Error, Span("rack7.yaml", 3, 7), "unknown key", "a hint").ToString());

    [Fact]
    public void Prints_without_a_place_when_no_line_is_to_blame() =>
        Assert.Equal("warning MD0012: unknown key", new Diagnostic(Code, Severity.Warning, null, "unknown key").ToString());

    [Fact]
    public void Does_not_let_the_name_of_a_file_drive_the_terminal() =>
        Assert.Equal("a\\u001b[31m.yaml:1:1", Span("a\u001b[31m.yaml", 1, 1).ToString());

    [Fact]
    public void Orders_places_by_file_then_line_then_column()
    {
        SourceSpan[] ordered = [Span("a", 1, 2), Span("a", 2, 1), Span("a", 10, 1), Span("b", 1, 1)];
        Assert.Equal(ordered, ordered.Reverse().Order());
    }

    private static SourceSpan Span(string file, int line, int column) => new(file, new SourcePosition(line, column));
}
