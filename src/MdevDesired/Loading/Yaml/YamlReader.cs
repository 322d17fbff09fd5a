using MdevDesired.Diagnostics;

namespace MdevDesired.Loading.Yaml;

/// <summary>The first stage: bytes to documents. Whatever the bytes are, what is wrong with them becomes findings.</summary>
internal static class YamlReader
{
    /// <summary>The documents that are not empty; those before an unreadable place are returned too.</summary>
    public static IReadOnlyList<YamlNode> Read(SourceText source, Findings findings)
    {
        var documents = new List<YamlNode>();
        try
        {
            ReadAll(source, documents, findings);
        }
        catch (UnreadableException unreadable)
        {
            findings.Add(unreadable.Span, unreadable.Mistake);
        }

        return documents;
    }

    private static void ReadAll(SourceText source, List<YamlNode> documents, Findings findings)
    {
        var reader = new NodeReader(new EventStream(source.Path, SourceDecoder.Decode(source)), findings);
        while (reader.NextDocument() is { } document)
        {
            if (document is not ScalarNode { Kind: ScalarKind.Null })
            {
                documents.Add(document);
            }
        }

        if (documents.Count == 0)
        {
            throw new UnreadableException(new SourceSpan(source.Path, new SourcePosition(1, 1)), YamlMistakes.Empty());
        }
    }
}
