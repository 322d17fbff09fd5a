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
        using var reader = new NodeJsonReader(document);
        foreach (var error in _validator.Validate(JToken.Load(reader), schema.Root, SchemaType.JsonSchema))
        {
            Report(document.Span.File, error);
        }
    }

    private void Report(string file, ValidationError error)
    {
        if (Nested(error) is { } nested)
        {
            foreach (var inner in nested)
            {
                Report(file, inner);
            }

            return;
        }

        findings.Add(new SourceSpan(file, new SourcePosition(error.LineNumber, error.LinePosition)), _sentences.For(error));
    }

    // An item that is not valid is no finding of its own: what is wrong inside it is.
    private static IEnumerable<ValidationError>? Nested(ValidationError error) =>
        error is ChildSchemaValidationError
        {
            Kind: ValidationErrorKind.ArrayItemNotValid or ValidationErrorKind.AdditionalPropertiesNotValid,
        } item
            ? item.Errors.Values.SelectMany(inner => inner)
            : null;
}
