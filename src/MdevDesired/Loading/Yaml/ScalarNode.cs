using MdevDesired.Diagnostics;

namespace MdevDesired.Loading.Yaml;

/// <summary>A scalar: its text as written, without quotes, and what that text means.</summary>
internal sealed class ScalarNode(SourceSpan span, string text, ScalarKind kind) : YamlNode(span)
{
    public string Text { get; } = text;

    public ScalarKind Kind { get; } = kind;

    /// <summary>The text when that is what the scalar means, else null.</summary>
    public string? QuotableText => Kind is ScalarKind.Text ? Text : null;

    public override string Noun => Nouns.Of(Kind);

    public override int Size => 1;

    public override int Height => 0;

    public override YamlNode At(SourceSpan span) => new ScalarNode(span, Text, Kind);
}
