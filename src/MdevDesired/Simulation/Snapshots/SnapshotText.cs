using MdevDesired.Loading.Binding;
using MdevDesired.Loading.Yaml;

namespace MdevDesired.Simulation.Snapshots;

/// <summary>Texts that the kernel showed: they may have any form and several lines.</summary>
internal static class SnapshotText
{
    /// <summary>The text, or null when the key is absent; a bare number or boolean is the text of what is written for it.</summary>
    public static string? Of(Fields fields, string key) =>
        fields.Mapping.Find(key)?.Value is ScalarNode scalar ? ValueText.Of(scalar) : null;
}
