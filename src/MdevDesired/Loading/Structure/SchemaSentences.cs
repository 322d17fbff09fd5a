using System.Globalization;
using MdevDesired.Loading.Yaml;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace MdevDesired.Loading.Structure;

/// <summary>One clear sentence for each kind of the validator's findings.</summary>
internal sealed class SchemaSentences(EmbeddedSchema schema)
{
    public Mistake For(ValidationError error)
    {
        var token = error.Token ?? JValue.CreateNull();
        var violated = error.Schema.ActualSchema;
        return error.Kind switch
        {
            ValidationErrorKind.NoAdditionalPropertiesAllowed =>
                Mistakes.UnknownKey(SubjectOf(token.Parent), error.Property ?? "", [.. violated.Properties.Keys]),
            ValidationErrorKind.PropertyRequired => Mistakes.MissingKey(SubjectOf(token), error.Property ?? ""),
            ValidationErrorKind.NotInEnumeration => NotInEnumeration(token, violated),
            ValidationErrorKind.PatternMismatch or ValidationErrorKind.StringTooLong => Malformed(token, error.Schema),
            ValidationErrorKind.NumberTooSmall or ValidationErrorKind.NumberTooBig => Mistakes.OutOfRange(SubjectOf(token), Range(violated)),
            ValidationErrorKind.TooFewItems or ValidationErrorKind.TooFewProperties => Mistakes.TooFew(SubjectOf(token)),
            ValidationErrorKind.NotOneOf => NotOneOf(token, violated),
            _ when violated.Type != JsonObjectType.None && !Fits(token, violated.Type) => WrongType(token, violated.Type),
            // With several types allowed the validator says only that none fits; the text's form is then what does not.
            ValidationErrorKind.NoTypeValidates when token.Type is JTokenType.String => Malformed(token, error.Schema),
            _ => Mistakes.BreaksSchema(SubjectOf(token), error.Kind.ToString()),
        };
    }

    private static string SubjectOf(JToken? token) => token?.Parent switch
    {
        JProperty property => Subjects.Key(property.Name),
        JArray { Parent: JProperty list } => Subjects.ItemOf(list.Name),
        _ => Subjects.Document,
    };

    private static Mistake NotInEnumeration(JToken token, JsonSchema violated) =>
        token is not JValue { Type: JTokenType.String, Value: string text } ? WrongType(token, violated.Type)
        : token.Path == "kind" ? Mistakes.UnknownKind(text, (string)violated.Enumeration.First()!)
        : Mistakes.NotOneOf(SubjectOf(token), text, [.. violated.Enumeration.OfType<string>()]);

    private Mistake Malformed(JToken token, JsonSchema violated) => Mistakes.Malformed(
        SubjectOf(token),
        (string?)(token as JValue)?.Value ?? "",
        TextForms.Of(schema.Definitions.GetValueOrDefault(violated) ?? schema.Definitions.GetValueOrDefault(violated.ActualSchema)));

    private static Mistake NotOneOf(JToken token, JsonSchema violated)
    {
        var keys = violated.OneOf.SelectMany(branch => branch.RequiredProperties).ToArray();
        var several = token is JObject mapping && keys.Any(mapping.ContainsKey);
        return Mistakes.NotExactlyOne(SubjectOf(token), several, keys);
    }

    private static Mistake WrongType(JToken token, JsonObjectType allowed) =>
        Mistakes.WrongType(SubjectOf(token), NounOf(token), SchemaNouns.Of(allowed), token.Type is JTokenType.String ? (string?)token : null);

    private static string NounOf(JToken token) => token.Type switch
    {
        JTokenType.Object => Nouns.Mapping,
        JTokenType.Array => Nouns.List,
        JTokenType.Boolean => Nouns.Boolean,
        JTokenType.Integer => Nouns.Integer,
        JTokenType.Float => Nouns.Float,
        JTokenType.String => Nouns.Text,
        _ => Nouns.Null,
    };

    private static bool Fits(JToken token, JsonObjectType allowed) => allowed.HasFlag(token.Type switch
    {
        JTokenType.Object => JsonObjectType.Object,
        JTokenType.Array => JsonObjectType.Array,
        JTokenType.Boolean => JsonObjectType.Boolean,
        JTokenType.Integer => JsonObjectType.Integer,
        JTokenType.Float => JsonObjectType.Number,
        JTokenType.String => JsonObjectType.String,
        _ => JsonObjectType.Null,
    });

    private static string Range(JsonSchema violated) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(violated.Maximum is null ? $"at least {violated.Minimum}" : $"{violated.Minimum} to {violated.Maximum}")} is allowed");
}
