using MdevDesired.Diagnostics;

namespace MdevDesired.Loading.Yaml;

/// <summary>The anchors of a document and how much their aliases may still stand for.</summary>
internal sealed class AliasTable
{
    // Null while the anchored node is still being read.
    private readonly Dictionary<string, YamlNode?> _anchors = [];
    private int _left = YamlLimits.AliasedNodes;

    /// <summary>Forgets the anchors, which end with their document; what was spent stays spent.</summary>
    public void BeginDocument() => _anchors.Clear();

    public void Begin(string name) => _anchors[name] = null;

    public void End(string name, YamlNode node) => _anchors[name] = node;

    /// <exception cref="UnreadableException">There is no such anchor, or too much was aliased.</exception>
    public YamlNode Resolve(string name, SourceSpan span)
    {
        if (!_anchors.TryGetValue(name, out var anchored))
        {
            throw new UnreadableException(span, YamlMistakes.UnknownAlias(name));
        }

        var node = anchored ?? throw new UnreadableException(span, YamlMistakes.AliasInItself(name));
        _left -= node.Size;
        return _left >= 0 ? node.At(span) : throw new UnreadableException(span, YamlMistakes.TooManyAliased());
    }
}
