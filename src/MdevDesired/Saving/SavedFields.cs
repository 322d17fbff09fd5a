using System.Text.Json;

namespace MdevDesired.Saving;

/// <summary>Reads the fields of a JSON object of which nothing is known.</summary>
internal readonly struct SavedFields
{
    private readonly JsonElement _object;

    /// <exception cref="FormatException">The element is no object.</exception>
    public SavedFields(JsonElement element, string what) =>
        _object = element.ValueKind == JsonValueKind.Object ? element : throw new FormatException($"{what} is no mapping");

    public bool Has(string key) => _object.TryGetProperty(key, out _);

    /// <exception cref="FormatException">There is none, or it is no text.</exception>
    public string Text(string key) => Text(Field(key, JsonValueKind.String, "text"), key);

    /// <exception cref="FormatException">There is none, or it is no boolean.</exception>
    public bool Flag(string key) =>
        Field(key) is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag ? flag.GetBoolean() : throw new FormatException($"\"{key}\" is no boolean");

    /// <exception cref="FormatException">There is none, or it is no mapping.</exception>
    public SavedFields Nested(string key) => new(Field(key), $"\"{key}\"");

    /// <exception cref="FormatException">There is none, or it is no list.</exception>
    public JsonElement List(string key) => Field(key, JsonValueKind.Array, "list");

    /// <exception cref="FormatException">There is none, or it is no list of texts.</exception>
    public IEnumerable<string> Texts(string key) => List(key).EnumerateArray()
        .Select(item => item.ValueKind == JsonValueKind.String ? Text(item, key) : throw new FormatException($"an item of \"{key}\" is no text"));

    private JsonElement Field(string key, JsonValueKind kind, string word) =>
        Field(key) is var field && field.ValueKind == kind ? field : throw new FormatException($"\"{key}\" is no {word}");

    private JsonElement Field(string key) => _object.TryGetProperty(key, out var field) ? field : throw new FormatException($"it lacks \"{key}\"");

    // A surrogate without its other half, or bytes that are no UTF-8.
    private static string Text(JsonElement text, string key)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new FormatException($"\"{key}\" is no valid text");
        }
    }
}
