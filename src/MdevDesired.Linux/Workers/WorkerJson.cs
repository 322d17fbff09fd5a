using System.Text.Json.Serialization;

namespace MdevDesired.Linux.Workers;

/// <summary>Serialisers made at compile time: the published program has no reflection to make them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ActionMessage))]
[JsonSerializable(typeof(OutcomeMessage))]
internal sealed partial class WorkerJson : JsonSerializerContext;
