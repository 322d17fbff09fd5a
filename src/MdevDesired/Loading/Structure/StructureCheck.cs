using MdevDesired.Diagnostics;
using MdevDesired.Loading.Yaml;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace MdevDesired.Loading.Structure;

/// <summary>The second stage: holds a document against the JSON Schema that editors use too.</summary>
internal sealed class StructureCheck(EmbeddedSchema schema, Findings findings)
{
    private readonly JsonSchemaValidator _validator = new(new JsonSchemaValidatorSettings());
    private readonly SchemaSentences _sentences = new(schema);

    public void Check(YamlNode document)
    {
        var pieces = new Queue<(YamlNode Node, JsonSchema Schema)>([(document, schema.Root)]);
        while (pieces.TryDequeue(out var piece))
        {
            foreach (var rest in Check(piece.Node, piece.Schema).SelectMany(rest => PiecesOf(rest, piece.Schema)))
            {
                pieces.Enqueue(rest);
            }
        }
    }

    private List<ListRest> Check(YamlNode piece, JsonSchema rules)
    {
        using var reader = new NodeJsonReader(piece);
        foreach (var error in _validator.Validate(JToken.Load(reader), rules, SchemaType.JsonSchema))
        {
            Report(piece.Span.File, error);
        }

        return reader.Rests;
    }

    // A list at a place that the schema does not know is a mistake as a whole, so that its rest needs no look.
    private static IEnumerable<(YamlNode Node, JsonSchema Schema)> PiecesOf(ListRest rest, JsonSchema rules)
    {
        if (rest.Path.Aggregate((JsonSchema?)rules, Step) is not { } list)
        {
            return [];
        }

        var around = new JsonSchema { Type = JsonObjectType.Object, Properties = { [rest.Key.Text] = new JsonSchemaProperty { Reference = list } } };
        return rest.Parts().Select(part => ((YamlNode)part, around));
    }

    private static JsonSchema? Step(JsonSchema? around, string? key) =>
        key is null ? around?.Item?.ActualSchema
        : around?.Properties.TryGetValue(key, out var property) is true ? property.ActualSchema
        : around?.AdditionalPropertiesSchema?.ActualSchema;

    private void Report(string file, ValidationError error)
    {
        if (Nested(error) is { } nested)
        {
            foreach (var inner in nested)
            {
                Report(file, inner);
            }
        }
        else if (error.Token is JObject || !IsAboutMappings(error.Kind))
        {
            findings.Add(new SourceSpan(file, new SourcePosition(error.LineNumber, error.LinePosition)), _sentences.For(error));
        }
    }

    // An item that is not valid is no finding of its own: what is wrong inside it is.
    private static IEnumerable<ValidationError>? Nested(ValidationError error) =>
        error is ChildSchemaValidationError
        {
            Kind: ValidationErrorKind.ArrayItemNotValid or ValidationErrorKind.AdditionalPropertiesNotValid,
        } item
            ? item.Errors.Values.SelectMany(inner => inner)
            : null;

    // Of what is no mapping the validator says that too, and then that it lacks keys.
    private static bool IsAboutMappings(ValidationErrorKind kind) => kind
        is ValidationErrorKind.PropertyRequired or ValidationErrorKind.NotOneOf or ValidationErrorKind.TooFewProperties;
}
