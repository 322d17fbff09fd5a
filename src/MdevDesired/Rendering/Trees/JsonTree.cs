using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MdevDesired.Rendering.Trees;

/// <summary>Spells a tree as indented JSON.</summary>
internal sealed class JsonTree : TreeWriter
{
    // Nothing of ours is pasted into HTML: apostrophes and letters beyond ASCII stay readable. Control characters are escaped all the same.
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Utf8JsonWriter _json;

    public JsonTree() => _json = new(_bytes, Options);

    public override void Key(string key) => _json.WritePropertyName(key);

    public override void BeginMap() => _json.WriteStartObject();

    public override void EndMap() => _json.WriteEndObject();

    public override void BeginList() => _json.WriteStartArray();

    public override void EndList() => _json.WriteEndArray();

    public override void Value(string value) => _json.WriteStringValue(value);

    public override void Value(bool value) => _json.WriteBooleanValue(value);

    public override void Value(long value) => _json.WriteNumberValue(value);

    public override void Value(ulong value) => _json.WriteNumberValue(value);

    public override void Dispose() => _json.Dispose();

    protected override string Finish()
    {
        _json.Flush();
        return Encoding.UTF8.GetString(_bytes.WrittenSpan) + "\n";
    }
}
