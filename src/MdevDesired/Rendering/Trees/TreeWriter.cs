namespace MdevDesired.Rendering.Trees;

/// <summary>Takes a document as a tree of mappings, lists and scalars, in one pass, and gives its text in one syntax.</summary>
internal abstract class TreeWriter : IDisposable
{
    /// <summary>The text of a document, which ends in a newline.</summary>
    public static string Render(TreeSyntax syntax, Action<TreeWriter> document)
    {
        using TreeWriter tree = syntax == TreeSyntax.Yaml ? new YamlTree() : new JsonTree();
        document(tree);
        return tree.Finish();
    }

    public abstract void Key(string key);

    public abstract void BeginMap();

    public abstract void EndMap();

    public abstract void BeginList();

    public abstract void EndList();

    public abstract void Value(string value);

    public abstract void Value(bool value);

    public abstract void Value(long value);

    public abstract void Value(ulong value);

    public abstract void Dispose();

    protected abstract string Finish();
}
