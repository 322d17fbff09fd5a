using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace MdevDesired.Loading.Structure;

/// <summary>
/// A JSON Schema document to the validator's object: only the keywords that the project's schemas use, because the library's own reader
/// needs reflection and costs more than the rest of the program. A keyword it does not know is a bug of the schema, not silently nothing.
/// </summary>
internal sealed class SchemaReader(JObject document)
{
    private const string DefinitionPrefix = "#/definitions/";

    private readonly Dictionary<string, JsonSchema> _definitions = [];

    /// <exception cref="InvalidOperationException">The document has a keyword or a reference that is not known.</exception>
    public EmbeddedSchema Read()
    {
        // All first, then filled: definitions refer to one another.
        var definitions = (JObject?)document["definitions"] ?? [];
        foreach (var definition in definitions.Properties())
        {
            _definitions.Add(definition.Name, new JsonSchema());
        }

        foreach (var definition in definitions.Properties())
        {
            Fill(_definitions[definition.Name], definition.Value);
        }

        var root = Fill(new JsonSchema(), document);
        return new EmbeddedSchema(root, _definitions.ToDictionary(pair => pair.Value, pair => pair.Key));
    }

    private T Fill<T>(T schema, JToken source)
        where T : JsonSchema
    {
        foreach (var keyword in ((JObject)source).Properties())
        {
            Apply(schema, keyword.Name, keyword.Value);
        }

        return schema;
    }

    private void Apply(JsonSchema schema, string keyword, JToken value)
    {
        if (!Describes(keyword) && !Limits(schema, keyword, value))
        {
            Nest(schema, keyword, value);
        }
    }

    // What is for people and editors only.
    private static bool Describes(string keyword) => keyword
        is "$schema" or "$id" or "title" or "description" or "examples" or "default" or "definitions" or "patternErrorMessage";

    private static bool Limits(JsonSchema schema, string keyword, JToken value)
    {
        switch (keyword)
        {
            case "type":
                schema.Type = Types(value);
                return true;
            case "enum":
                AddAll(schema.Enumeration, value.Values<string>().OfType<object>());
                return true;
            case "required":
                AddAll(schema.RequiredProperties, value.Values<string>().OfType<string>());
                return true;
            case "additionalProperties" when value.Type == JTokenType.Boolean:
                schema.AllowAdditionalProperties = (bool)value;
                return true;
            default:
                return Bounds(schema, keyword, value);
        }
    }

    private static bool Bounds(JsonSchema schema, string keyword, JToken value)
    {
        switch (keyword)
        {
            case "pattern":
                schema.Pattern = (string)value!;
                return true;
            case "maxLength":
                schema.MaxLength = (int)value;
                return true;
            case "minimum":
                schema.Minimum = (long)value;
                return true;
            case "maximum":
                schema.Maximum = (long)value;
                return true;
            case "minItems":
                schema.MinItems = (int)value;
                return true;
            case "minProperties":
                schema.MinProperties = (int)value;
                return true;
            default:
                return false;
        }
    }

    private void Nest(JsonSchema schema, string keyword, JToken value)
    {
        switch (keyword)
        {
            case "$ref":
                schema.Reference = Definition((string)value!);
                break;
            case "items":
                schema.Item = Fill(new JsonSchema(), value);
                break;
            case "additionalProperties":
                schema.AdditionalPropertiesSchema = Fill(new JsonSchema(), value);
                break;
            case "oneOf":
                AddAll(schema.OneOf, value.Select(branch => Fill(new JsonSchema(), branch)));
                break;
            case "properties":
                AddAll(schema.Properties, ((JObject)value).Properties().Select(Property));
                break;
            default:
                throw new InvalidOperationException($"the schema has the unknown keyword {keyword} at {value.Path}");
        }
    }

    private KeyValuePair<string, JsonSchemaProperty> Property(JProperty property) =>
        new(property.Name, Fill(new JsonSchemaProperty(), property.Value));

    private JsonSchema Definition(string reference) =>
        reference.StartsWith(DefinitionPrefix, StringComparison.Ordinal)
        && _definitions.TryGetValue(reference[DefinitionPrefix.Length..], out var definition)
            ? definition
            : throw new InvalidOperationException($"the schema refers to {reference}, which it does not have");

    private static JsonObjectType Types(JToken value) =>
        (value is JArray several ? several.AsEnumerable() : [value]).Aggregate(JsonObjectType.None, (types, type) => types | Type((string)type!));

    private static JsonObjectType Type(string name) => name switch
    {
        "object" => JsonObjectType.Object,
        "array" => JsonObjectType.Array,
        "string" => JsonObjectType.String,
        "integer" => JsonObjectType.Integer,
        "boolean" => JsonObjectType.Boolean,
        _ => throw new InvalidOperationException($"the schema has the unknown type {name}"),
    };

    private static void AddAll<T>(ICollection<T> target, IEnumerable<T> items)
    {
        foreach (var item in items)
        {
            target.Add(item);
        }
    }
}
