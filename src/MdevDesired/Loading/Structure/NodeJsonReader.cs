using MdevDesired.Diagnostics;
using MdevDesired.Loading.Yaml;
using Newtonsoft.Json;

namespace MdevDesired.Loading.Structure;

/// <summary>
/// Reads nodes as JSON, each with its place in the YAML text, so that the validator's findings have one. Long lists end early: the
/// validator's time grows with the square of a list's length, and its memory with the whole.
/// </summary>
internal sealed class NodeJsonReader : JsonReader, IJsonLineInfo
{
    /// <summary>How many items of a list are read.</summary>
    public const int LongestList = 256;

    private readonly YamlNode _root;
    private readonly Stack<(YamlNode Node, int Next)> _open = new();
    private SourcePosition _position;
    private bool _started;

    public NodeJsonReader(YamlNode root)
    {
        _root = root;
        MaxDepth = null;
    }

    public int LineNumber => _position.Line;

    public int LinePosition => _position.Column;

    /// <summary>What was left out so far.</summary>
    public List<ListRest> Rests { get; } = [];

    public bool HasLineInfo() => true;

    public override bool Read()
    {
        if (_open.TryPop(out var top))
        {
            return top.Node is MappingNode mapping ? ReadMapping(mapping, top.Next) : ReadSequence((SequenceNode)top.Node, top.Next);
        }

        var first = !_started;
        _started = true;
        return first && Enter(_root);
    }

    // Even steps are the keys, odd ones their values.
    private bool ReadMapping(MappingNode mapping, int step)
    {
        if (step == mapping.Entries.Length * 2)
        {
            return Emit(JsonToken.EndObject, null, mapping.Span);
        }

        _open.Push((mapping, step + 1));
        var entry = mapping.Entries[step / 2];
        return step % 2 == 0 ? Emit(JsonToken.PropertyName, entry.Key.Text, entry.Key.Span) : Enter(entry.Value);
    }

    private bool ReadSequence(SequenceNode sequence, int step)
    {
        if (step == sequence.Items.Length || step == LongestList)
        {
            LeaveOut(sequence, step);
            return Emit(JsonToken.EndArray, null, sequence.Span);
        }

        _open.Push((sequence, step + 1));
        return Enter(sequence.Items[step]);
    }

    // A list within a list is left out for good: no schema of ours has one, so that it is a mistake as a whole.
    private void LeaveOut(SequenceNode sequence, int step)
    {
        if (step < sequence.Items.Length && _open.TryPeek(out var around) && around.Node is MappingNode mapping)
        {
            Rests.Add(new ListRest([.. _open.Reverse().Select(KeyOf)], EntryOf(mapping, around.Next).Key, sequence));
        }
    }

    private static string? KeyOf((YamlNode Node, int Next) open) =>
        open.Node is MappingNode mapping ? EntryOf(mapping, open.Next).Key.Text : null;

    // Next is already the step after the value that is being read.
    private static MappingEntry EntryOf(MappingNode mapping, int next) => mapping.Entries[(next / 2) - 1];

    private bool Enter(YamlNode node)
    {
        if (node is ScalarNode scalar)
        {
            return EmitScalar(scalar);
        }

        _open.Push((node, 0));
        return Emit(node is MappingNode ? JsonToken.StartObject : JsonToken.StartArray, null, node.Span);
    }

    private bool EmitScalar(ScalarNode scalar) => scalar.Kind switch
    {
        ScalarKind.Null => Emit(JsonToken.Null, null, scalar.Span),
        ScalarKind.Boolean => Emit(JsonToken.Boolean, CoreSchema.IsTrue(scalar.Text), scalar.Span),
        ScalarKind.Integer => Emit(JsonToken.Integer, Clamped(scalar.Text), scalar.Span),
        ScalarKind.Float => Emit(JsonToken.Float, 0.5, scalar.Span),
        _ => Emit(JsonToken.String, scalar.Text, scalar.Span),
    };

    // The schema's limits are far within 64 bits: beyond them only "too small" and "too great" matter.
    private static long Clamped(string text) =>
        IntegerText.TryParse(text, out var value) ? (long)Int128.Clamp(value, long.MinValue, long.MaxValue)
        : text[0] == '-' ? long.MinValue
        : long.MaxValue;

    private bool Emit(JsonToken token, object? value, SourceSpan span)
    {
        _position = span.Start;
        SetToken(token, value);
        return true;
    }
}
