using System.IO;
using MdevDesired.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MdevDesired.Loading.Yaml;

/// <summary>The events of the YAML parser, with its failures as one exception that has a place.</summary>
internal sealed class EventStream
{
    private readonly string _file;
    private readonly Scanner _scanner;
    private readonly Parser _parser;

    public EventStream(string file, string text)
    {
        _file = file;
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <exception cref="UnreadableException">The text is no YAML.</exception>
    public ParsingEvent Next()
    {
        try
        {
            return _parser.MoveNext() ? _parser.Current! : throw new YamlException("the text ends too early");
        }
        catch (YamlException malformed)
        {
            throw new UnreadableException(SpanOf(malformed.Start), YamlMistakes.Malformed(malformed.Message));
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The parser answers some malformed texts, such as a list left open before a key, with exceptions of its own state.
            throw new UnreadableException(SpanOf(_scanner.CurrentPosition), YamlMistakes.Malformed("a bracket or a quote is not closed"));
        }
    }

    public SourceSpan SpanOf(ParsingEvent happened) => SpanOf(happened.Start);

    private SourceSpan SpanOf(Mark mark) => new(_file, new SourcePosition((int)Math.Max(mark.Line, 1), (int)Math.Max(mark.Column, 1)));
}
