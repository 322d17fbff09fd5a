using MdevDesired.Rendering.Pages;

namespace MdevDesired.Rendering.Differences;

/// <summary>Renders a difference as diff -u does: only what changed, and a few lines around it.</summary>
internal static class DiffText
{
    private const int Context = 3;

    /// <param name="diff">Every line of both texts.</param>
    /// <param name="before">What the first text is.</param>
    /// <param name="after">What the second text is.</param>
    /// <param name="palette">The colours.</param>
    public static string Render(IReadOnlyList<DiffLine> diff, string before, string after, Palette palette)
    {
        var page = new Page(palette);
        page.Whole($"--- {before}", Ink.Removed);
        page.Whole($"+++ {after}", Ink.Added);
        var last = -1;
        foreach (var index in Shown(diff))
        {
            if (index > last + 1)
            {
                page.Whole("...", Ink.Faint);
            }

            page.Whole($"{diff[index].Sign} {diff[index].Text}", InkOf(diff[index].Sign));
            last = index;
        }

        if (last < diff.Count - 1)
        {
            page.Whole("...", Ink.Faint);
        }

        return page.ToString();
    }

    private static SortedSet<int> Shown(IReadOnlyList<DiffLine> diff)
    {
        var shown = new SortedSet<int>();
        for (var index = 0; index < diff.Count; index++)
        {
            if (diff[index].Sign != ' ')
            {
                shown.UnionWith(Enumerable.Range(index - Context, (2 * Context) + 1).Where(near => near >= 0 && near < diff.Count));
            }
        }

        return shown;
    }

    private static Ink InkOf(char sign) => sign switch
    {
        '-' => Ink.Removed,
        '+' => Ink.Added,
        _ => Ink.Plain,
    };
}
