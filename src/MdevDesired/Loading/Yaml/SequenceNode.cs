using System.Collections.Immutable;
using MdevDesired.Diagnostics;

namespace MdevDesired.Loading.Yaml;

/// <summary>A list.</summary>
internal sealed class SequenceNode : YamlNode
{
    public SequenceNode(SourceSpan span, ImmutableArray<YamlNode> items)
        : base(span)
    {
        Items = items;
        foreach (var item in items)
        {
            Size += item.Size;
            Height = Math.Max(Height, item.Height + 1);
        }
    }

    public ImmutableArray<YamlNode> Items { get; }

    public override string Noun => Nouns.List;

    public override int Size { get; } = 1;

    public override int Height { get; } = 1;

    public override YamlNode At(SourceSpan span) => new SequenceNode(span, Items);
}
