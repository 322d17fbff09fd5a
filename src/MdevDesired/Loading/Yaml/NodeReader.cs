using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MdevDesired.Loading.Yaml;

/// <summary>Parser events to nodes: resolves aliases and merge keys, refuses double keys, keeps to the limits.</summary>
internal sealed class NodeReader(EventStream events, Findings findings)
{
    private readonly AliasTable _aliases = new();

    /// <summary>The next document's root, or null at the end of the file.</summary>
    /// <exception cref="UnreadableException">The rest of the file cannot be read.</exception>
    public YamlNode? NextDocument()
    {
        var next = events.Next();
        while (next is StreamStart or DocumentEnd)
        {
            next = events.Next();
        }

        _aliases.BeginDocument();
        return next is StreamEnd ? null : Read(events.Next(), depth: 0);
    }

    private YamlNode Read(ParsingEvent start, int depth) => start switch
    {
        AnchorAlias alias => Resolve(alias, depth),
        NodeEvent { Anchor.IsEmpty: true } node => ReadContent(node, depth),
        NodeEvent node => ReadAnchored(node, depth),
        _ => throw new UnreadableException(events.SpanOf(start), YamlMistakes.Malformed("a value is missing here")),
    };

    private YamlNode Resolve(AnchorAlias alias, int depth)
    {
        var span = events.SpanOf(alias);
        var node = _aliases.Resolve(alias.Value.Value, span);
        return depth + node.Height <= YamlLimits.Depth ? node : throw new UnreadableException(span, YamlMistakes.TooDeep());
    }

    private YamlNode ReadAnchored(NodeEvent start, int depth)
    {
        _aliases.Begin(start.Anchor.Value);
        var node = ReadContent(start, depth);
        _aliases.End(start.Anchor.Value, node);
        return node;
    }

    private YamlNode ReadContent(NodeEvent start, int depth) => start switch
    {
        Scalar scalar => ReadScalar(scalar),
        _ when depth >= YamlLimits.Depth => throw new UnreadableException(events.SpanOf(start), YamlMistakes.TooDeep()),
        SequenceStart sequence => ReadSequence(sequence, depth + 1),
        MappingStart mapping => ReadMapping(mapping, depth + 1),
        _ => throw new UnreadableException(events.SpanOf(start), YamlMistakes.Malformed("a value is missing here")),
    };

    private ScalarNode ReadScalar(Scalar scalar)
    {
        var kind = ScalarReader.KindOf(scalar);
        Expect(kind is not null, scalar);
        return new ScalarNode(events.SpanOf(scalar), scalar.Value, kind ?? ScalarReader.Untagged(scalar));
    }

    private SequenceNode ReadSequence(SequenceStart start, int depth)
    {
        Expect(ScalarReader.Allows(start, "seq"), start);
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        for (var next = events.Next(); next is not SequenceEnd; next = events.Next())
        {
            items.Add(Read(next, depth));
        }

        return new SequenceNode(events.SpanOf(start), items.DrainToImmutable());
    }

    private MappingNode ReadMapping(MappingStart start, int depth)
    {
        Expect(ScalarReader.Allows(start, "map"), start);
        var mapping = new MappingBuilder(events.SpanOf(start), findings);
        for (var next = events.Next(); next is not MappingEnd; next = events.Next())
        {
            ReadEntry(mapping, next, depth);
        }

        return mapping.Build();
    }

    private void ReadEntry(MappingBuilder mapping, ParsingEvent start, int depth)
    {
        var key = Read(start, depth);
        var value = Read(events.Next(), depth);
        if (key is not ScalarNode word)
        {
            findings.Add(key.Span, YamlMistakes.KeyIsNoScalar(key.Noun));
        }
        else if (start is Scalar { Value: "<<", Style: ScalarStyle.Plain })
        {
            mapping.Merge(value);
        }
        else
        {
            mapping.Add(word, value);
        }
    }

    private void Expect(bool fits, NodeEvent node)
    {
        if (!fits)
        {
            findings.Add(events.SpanOf(node), YamlMistakes.UnsupportedTag(ScalarReader.TagOf(node)));
        }
    }
}
