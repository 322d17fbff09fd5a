using MdevDesired.Loading;
using MdevDesired.Loading.Structure;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using Xunit;

namespace MdevDesired.Tests.Loading.Structure;

public sealed class SchemaTests
{
    private static readonly JObject Document =
        JObject.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Root, "schemas", "desired-state.v1alpha1.schema.json")));

    public static TheoryData<string> Definitions => [.. ((JObject)Document["definitions"]!).Properties().Select(definition => definition.Name)];

    private static IEnumerable<JProperty> Fields => Document
        .Descendants()
        .OfType<JProperty>()
        .Where(property => property.Name == "properties")
        .SelectMany(properties => ((JObject)properties.Value).Properties());

    private static IEnumerable<JObject> Objects => Document
        .DescendantsAndSelf()
        .OfType<JObject>()
        .Where(schema => (schema["type"] as JValue)?.Value is "object");

    [Fact]
    public void Describes_every_field_and_shows_an_example_of_it() => Assert.All(Fields, field =>
    {
        var shown = Resolve((JObject)field.Value);
        Assert.True((field.Value["description"] ?? shown["description"]) is JValue { Value: string { Length: > 10 } }, field.Path);
        Assert.True((field.Value["examples"] ?? shown["examples"]) is JArray { Count: > 0 }, field.Path);
    });

    [Fact]
    public void Allows_no_key_that_it_does_not_name() =>
        Assert.All(Objects, schema => Assert.False((bool?)schema["additionalProperties"] ?? true, schema.Path));

    [Fact]
    public void Gives_every_text_a_pattern_or_its_words() => Assert.All(
        Fields.Select(field => Resolve((JObject)field.Value)).Where(schema => (schema["type"] as JValue)?.Value is "string"),
        schema => Assert.True(schema["pattern"] is not null || schema["enum"] is not null, schema.Path));

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Says_to_editors_what_the_program_says(string definition)
    {
        var schema = Document["definitions"]![definition]!;
        Assert.Equal(schema["pattern"] is null, schema["patternErrorMessage"] is null);
        if (schema["patternErrorMessage"] is { } message)
        {
            Assert.Equal((string?)message, TextForms.Of(definition).Allowed);
        }
    }

    [Fact]
    public void Has_examples_that_it_accepts()
    {
        var validator = new JsonSchemaValidator(new JsonSchemaValidatorSettings());
        var reader = EmbeddedSchema.DesiredState;
        Assert.All(reader.Definitions, pair => Assert.All(
            (JArray)Document["definitions"]![pair.Value]!["examples"]!,
            example => Assert.Empty(validator.Validate(example, pair.Key, SchemaType.JsonSchema))));
    }

    [Theory]
    [InlineData("""{ "const": 1 }""")]
    [InlineData("""{ "properties": { "a": { "if": {} } } }""")]
    [InlineData("""{ "definitions": { "a": { "$defs": {} } } }""")]
    [InlineData("""{ "items": { "$ref": "#/definitions/absent" } }""")]
    [InlineData("""{ "oneOf": [ { "type": "quantity" } ] }""")]
    public void Is_refused_when_it_has_a_word_that_would_do_nothing(string schema) =>
        Assert.Throws<InvalidOperationException>(() => new SchemaReader(JObject.Parse(schema)).Read());

    [Fact]
    public void Has_a_sentence_even_for_a_finding_that_it_cannot_give()
    {
        var error = new ValidationError(ValidationErrorKind.ItemsNotUnique, "hosts", "#/hosts", JToken.Parse("[1, 1]"), new JsonSchema());
        var mistake = new SchemaSentences(EmbeddedSchema.DesiredState).For(error);
        Assert.Equal(LoadingCodes.BreaksSchema, mistake.Code);
    }

    private static JToken Resolve(JObject schema) =>
        (string?)schema["$ref"] is { } reference ? Document["definitions"]![reference.Split('/')[^1]]! : schema;
}
