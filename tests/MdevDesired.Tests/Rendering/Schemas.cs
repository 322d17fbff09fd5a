using NJsonSchema;
using NJsonSchema.Validation;
using Xunit;

namespace MdevDesired.Tests.Rendering;

/// <summary>Holds documents against the published schemas.</summary>
internal static class Schemas
{
    public static async Task AssertConformsAsync(string name, string json)
    {
        var file = Path.Combine(RepositoryFolder.Root, "schemas", $"{name}.v1alpha1.schema.json");
        var schema = await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(file));
        Assert.Equal([], schema.Validate(json, new JsonSchemaValidatorSettings()).Select(error => error.ToString()));
    }
}
