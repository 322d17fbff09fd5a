using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MdevDesired.Loading.Yaml;

/// <summary>Decides what a scalar is: by its tag, its quotes, or else the core schema.</summary>
internal static class ScalarReader
{
    /// <summary>What <c>!!</c> stands for.</summary>
    public const string CorePrefix = "tag:yaml.org,2002:";

    /// <summary>Null when the tag is unknown or does not fit the text.</summary>
    public static ScalarKind? KindOf(Scalar scalar) => TagOf(scalar) switch
    {
        "" => Untagged(scalar),
        "!" or CorePrefix + "str" => ScalarKind.Text,
        CorePrefix + "null" => Only(ScalarKind.Null, scalar),
        CorePrefix + "bool" => Only(ScalarKind.Boolean, scalar),
        CorePrefix + "int" => Only(ScalarKind.Integer, scalar),
        CorePrefix + "float" => CoreSchema.KindOf(scalar.Value) is ScalarKind.Float or ScalarKind.Integer ? ScalarKind.Float : null,
        _ => null,
    };

    /// <summary>The kind as if there were no tag.</summary>
    public static ScalarKind Untagged(Scalar scalar) =>
        scalar.Style is ScalarStyle.Plain ? CoreSchema.KindOf(scalar.Value) : ScalarKind.Text;

    /// <summary>Whether a collection may have the tag that it has.</summary>
    public static bool Allows(NodeEvent collection, string kind) =>
        TagOf(collection) is var tag && (tag.Length == 0 || tag == "!" || tag == CorePrefix + kind);

    public static string TagOf(NodeEvent node) => node.Tag.IsEmpty ? "" : node.Tag.IsNonSpecific ? "!" : node.Tag.Value;

    private static ScalarKind? Only(ScalarKind kind, Scalar scalar) => CoreSchema.KindOf(scalar.Value) == kind ? kind : null;
}
