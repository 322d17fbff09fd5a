using MdevDesired.Diagnostics;

namespace MdevDesired.Loading.Yaml;

/// <summary>The rest of a file cannot be read; never leaves <see cref="YamlReader"/>.</summary>
internal sealed class UnreadableException(SourceSpan span, Mistake mistake) : Exception(mistake.Message)
{
    public SourceSpan Span { get; } = span;

    public Mistake Mistake { get; } = mistake;
}
