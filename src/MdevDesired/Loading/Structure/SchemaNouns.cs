using MdevDesired.Loading.Yaml;
using NJsonSchema;

namespace MdevDesired.Loading.Structure;

/// <summary>The words for what a schema allows.</summary>
internal static class SchemaNouns
{
    public static string Of(JsonObjectType allowed) =>
        allowed.HasFlag(JsonObjectType.Object) ? Nouns.Mapping
        : allowed.HasFlag(JsonObjectType.Array) ? Nouns.List
        : allowed == (JsonObjectType.Boolean | JsonObjectType.Integer | JsonObjectType.String) ? Nouns.Value
        : allowed.HasFlag(JsonObjectType.Boolean) ? Nouns.Boolean
        : allowed.HasFlag(JsonObjectType.Integer) ? Nouns.Integer
        : Nouns.Text;
}
