using System.Collections.Immutable;
using MdevDesired.Diagnostics;

namespace MdevDesired.Loading.Yaml;

/// <summary>A mapping with distinct keys, in the order of the text.</summary>
internal sealed class MappingNode : YamlNode
{
    public MappingNode(SourceSpan span, ImmutableArray<MappingEntry> entries)
        : base(span)
    {
        Entries = entries;
        foreach (var entry in entries)
        {
            Size += 1 + entry.Value.Size;
            Height = Math.Max(Height, entry.Value.Height + 1);
        }
    }

    public ImmutableArray<MappingEntry> Entries { get; }

    public override string Noun => Nouns.Mapping;

    public override int Size { get; } = 1;

    public override int Height { get; } = 1;

    /// <summary>The entry of that key, or null.</summary>
    public MappingEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Text == key)
            {
                return entry;
            }
        }

        return null;
    }

    public override YamlNode At(SourceSpan span) => new MappingNode(span, Entries);
}
