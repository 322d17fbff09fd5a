using MdevDesired.Diagnostics;

namespace MdevDesired.Loading.Yaml;

/// <summary>A node of a YAML document: immutable, aliases and merge keys resolved. An aliased node is shared, not copied.</summary>
internal abstract class YamlNode(SourceSpan span)
{
    /// <summary>Where it stands; for an alias, where the alias does.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>What it is, for a sentence: <c>a list</c>.</summary>
    public abstract string Noun { get; }

    /// <summary>How many nodes there are when every alias is written out, itself included.</summary>
    public abstract int Size { get; }

    /// <summary>How many levels of lists and mappings there are, itself included.</summary>
    public abstract int Height { get; }

    /// <summary>The same content at another place.</summary>
    public abstract YamlNode At(SourceSpan span);
}
