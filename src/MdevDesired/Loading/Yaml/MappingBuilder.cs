using System.Collections.Immutable;
using MdevDesired.Diagnostics;

namespace MdevDesired.Loading.Yaml;

/// <summary>Gathers the entries of a mapping: its own first, then those of the merge key that it does not have itself.</summary>
internal sealed class MappingBuilder(SourceSpan span, Findings findings)
{
    private readonly ImmutableArray<MappingEntry>.Builder _entries = ImmutableArray.CreateBuilder<MappingEntry>(4);
    private readonly List<MappingNode> _merged = [];
    private Dictionary<string, SourceSpan>? _index;

    public void Add(ScalarNode key, YamlNode value)
    {
        if (Earlier(key.Text) is { } first)
        {
            findings.Add(key.Span, YamlMistakes.DuplicateKey(key.Text, first));
            return;
        }

        Append(new MappingEntry(key, value));
    }

    /// <summary>Merges a mapping, or each of a list of mappings, of which an earlier one wins.</summary>
    public void Merge(YamlNode value)
    {
        foreach (var source in value is SequenceNode list ? list.Items : [value])
        {
            if (source is MappingNode mapping)
            {
                _merged.Add(mapping);
                continue;
            }

            findings.Add(source.Span, YamlMistakes.InvalidMerge(source.Noun));
        }
    }

    public MappingNode Build()
    {
        foreach (var entry in _merged.SelectMany(mapping => mapping.Entries).Where(entry => Earlier(entry.Key.Text) is null))
        {
            Append(entry);
        }

        return new MappingNode(span, _entries.DrainToImmutable());
    }

    private void Append(MappingEntry entry)
    {
        _entries.Add(entry);
        _index?.Add(entry.Key.Text, entry.Key.Span);
    }

    // Most mappings are small, and there are many of them: only a big one gets an index.
    private SourceSpan? Earlier(string key)
    {
        if (_entries.Count > 16)
        {
            _index ??= _entries.ToDictionary(entry => entry.Key.Text, entry => entry.Key.Span);
            return _index.TryGetValue(key, out var indexed) ? indexed : null;
        }

        foreach (var entry in _entries)
        {
            if (entry.Key.Text == key)
            {
                return entry.Key.Span;
            }
        }

        return null;
    }
}
