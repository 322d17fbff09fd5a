namespace MdevDesired.Loading.Yaml;

/// <summary>The words for the kinds of nodes, in every message the same.</summary>
internal static class Nouns
{
    public const string Text = "text";

    public const string Null = "null";

    public const string Boolean = "a boolean";

    public const string Integer = "an integer";

    public const string Float = "a number with a fraction";

    public const string Value = "a boolean, an integer or text";

    public const string List = "a list";

    public const string Mapping = "a mapping";

    public static string Of(ScalarKind kind) => kind switch
    {
        ScalarKind.Null => Null,
        ScalarKind.Boolean => Boolean,
        ScalarKind.Integer => Integer,
        ScalarKind.Float => Float,
        _ => Text,
    };
}
