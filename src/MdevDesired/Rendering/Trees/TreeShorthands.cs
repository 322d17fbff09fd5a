namespace MdevDesired.Rendering.Trees;

/// <summary>Whole entries of a mapping in one call.</summary>
internal static class TreeShorthands
{
    public static void Entry(this TreeWriter tree, string key, string value)
    {
        tree.Key(key);
        tree.Value(value);
    }

    /// <summary>Leaves the entry out when there is no value: a null never stands in our documents.</summary>
    public static void EntryIfAny(this TreeWriter tree, string key, string? value)
    {
        if (value is not null)
        {
            tree.Entry(key, value);
        }
    }

    public static void Entry(this TreeWriter tree, string key, bool value)
    {
        tree.Key(key);
        tree.Value(value);
    }

    /// <inheritdoc cref="EntryIfAny(TreeWriter, string, string?)"/>
    public static void EntryIfAny(this TreeWriter tree, string key, bool? value)
    {
        if (value is { } known)
        {
            tree.Entry(key, known);
        }
    }

    /// <inheritdoc cref="EntryIfAny(TreeWriter, string, string?)"/>
    public static void EntryIfAny(this TreeWriter tree, string key, long? value)
    {
        if (value is { } known)
        {
            tree.Entry(key, known);
        }
    }

    public static void Entry(this TreeWriter tree, string key, long value)
    {
        tree.Key(key);
        tree.Value(value);
    }

    public static void Entry(this TreeWriter tree, string key, ulong value)
    {
        tree.Key(key);
        tree.Value(value);
    }

    public static void Map(this TreeWriter tree, string key, Action entries)
    {
        tree.Key(key);
        tree.Map(entries);
    }

    public static void Map(this TreeWriter tree, Action entries)
    {
        tree.BeginMap();
        entries();
        tree.EndMap();
    }

    /// <summary>A list with one item for each element; empty when there is none.</summary>
    public static void List<T>(this TreeWriter tree, string key, IEnumerable<T> elements, Action<T> item)
    {
        tree.Key(key);
        tree.BeginList();
        foreach (var element in elements)
        {
            item(element);
        }

        tree.EndList();
    }

    /// <summary>A list of mappings.</summary>
    public static void Maps<T>(this TreeWriter tree, string key, IEnumerable<T> elements, Action<T> entries) =>
        tree.List(key, elements, element => tree.Map(() => entries(element)));

    /// <summary>Leaves the list out when it would be empty.</summary>
    public static void MapsIfAny<T>(this TreeWriter tree, string key, IReadOnlyCollection<T> elements, Action<T> entries)
    {
        if (elements.Count > 0)
        {
            tree.Maps(key, elements, entries);
        }
    }
}
