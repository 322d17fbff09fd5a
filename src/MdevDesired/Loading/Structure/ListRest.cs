using System.Collections.Immutable;
using MdevDesired.Loading.Yaml;

namespace MdevDesired.Loading.Structure;

/// <summary>The items of a long list that a <see cref="NodeJsonReader"/> left out.</summary>
/// <param name="Path">The way from the root to the list: keys, and null for an item of a list.</param>
/// <param name="Key">The key whose value the list is.</param>
/// <param name="List">The whole list.</param>
internal sealed record ListRest(ImmutableArray<string?> Path, ScalarNode Key, SequenceNode List)
{
    /// <summary>The rest in parts of bounded length, each as a mapping of the key alone.</summary>
    public IEnumerable<MappingNode> Parts() => Enumerable
        .Range(1, (List.Items.Length - 1) / NodeJsonReader.LongestList)
        .Select(number => Part(number * NodeJsonReader.LongestList));

    private MappingNode Part(int from)
    {
        var items = List.Items.Slice(from, Math.Min(NodeJsonReader.LongestList, List.Items.Length - from));
        return new MappingNode(Key.Span, [new MappingEntry(Key, new SequenceNode(List.Span, items))]);
    }
}
