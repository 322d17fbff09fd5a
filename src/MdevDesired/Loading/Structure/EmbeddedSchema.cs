using System.IO;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace MdevDesired.Loading.Structure;

/// <summary>A JSON Schema that travels in this assembly.</summary>
/// <param name="Root">The schema, ready for the validator.</param>
/// <param name="Definitions">The name under which each of its definitions stands.</param>
internal sealed record EmbeddedSchema(JsonSchema Root, IReadOnlyDictionary<JsonSchema, string> Definitions)
{
    private static readonly Lazy<EmbeddedSchema> LazyDesiredState = new(() => Load("desired-state.v1alpha1.schema.json"));

    private static readonly Lazy<EmbeddedSchema> LazyObservedState = new(() => Load("observed-state.v1alpha1.schema.json"));

    /// <summary>The schema of the snapshot of a host.</summary>
    public static EmbeddedSchema ObservedState => LazyObservedState.Value;

    /// <summary>The schema of the desired-state document.</summary>
    public static EmbeddedSchema DesiredState => LazyDesiredState.Value;

    private static EmbeddedSchema Load(string name)
    {
        using var stream = typeof(EmbeddedSchema).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the assembly lacks its schema {name}");
        using var reader = new JsonTextReader(new StreamReader(stream));
        return new SchemaReader(JObject.Load(reader)).Read();
    }
}
