using System.Buffers;
using System.Text;
using MdevDesired.Diagnostics;

namespace MdevDesired.Loading.Yaml;

/// <summary>Bytes to text: UTF-8 of bounded length without control characters, or the place where it is something else.</summary>
internal static class SourceDecoder
{
    /// <summary>The longest file that is read, in bytes.</summary>
    public const int MaximumBytes = 16 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Tab and the two line ends are text. The line ends of Unicode are not: editors and YAML disagree on whether they count.
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xa0).Select(code => (char)code).Where(IsUnwanted), '\u2028', '\u2029', '\ufffe', '\uffff']);

    /// <exception cref="UnreadableException">It is too long, no UTF-8, or has control characters.</exception>
    public static string Decode(SourceText source)
    {
        if (source.Bytes.Length > MaximumBytes)
        {
            throw new UnreadableException(Place(source, ""), YamlMistakes.TooLong());
        }

        var text = Text(source);
        var control = text.AsSpan().IndexOfAny(Controls);
        return control < 0 ? text : throw new UnreadableException(Place(source, text[..control]), YamlMistakes.Control(text[control]));
    }

    private static string Text(SourceText source)
    {
        var bytes = source.Bytes.Span;
        bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException invalid)
        {
            var before = Encoding.UTF8.GetString(bytes[..Math.Clamp(invalid.Index, 0, bytes.Length)]);
            throw new UnreadableException(Place(source, before), YamlMistakes.NotUtf8(bytes));
        }
    }

    private static SourceSpan Place(SourceText source, string before)
    {
        var lastLine = before.LastIndexOfAny(['\n', '\r']) + 1;
        var carriageReturns = before.Count(character => character == '\r') - before.Split("\r\n").Length + 1;
        var line = before.Count(character => character == '\n') + carriageReturns + 1;
        return new SourceSpan(source.Path, new SourcePosition(line, before.Length - lastLine + 1));
    }

    private static bool IsUnwanted(char character) => char.IsControl(character) && character is not ('\t' or '\n' or '\r');
}
