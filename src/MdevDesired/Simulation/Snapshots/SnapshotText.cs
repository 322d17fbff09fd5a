using MdevDesired.Loading;
using MdevDesired.Loading.Binding;
using MdevDesired.Loading.Yaml;
using MdevDesired.Model;

namespace MdevDesired.Simulation.Snapshots;

/// <summary>Texts that the kernel showed: they may have any form and several lines.</summary>
internal static class SnapshotText
{
    /// <summary>The text, or null when the key is absent; a bare number or boolean is the text of what is written for it.</summary>
    public static string? Of(Fields fields, string key) =>
        fields.Mapping.Find(key)?.Value is ScalarNode scalar ? ValueText.Of(scalar) : null;

    /// <summary>The driver under that key, or null.</summary>
    public static DriverName? Driver(Fields fields, string key = "driver") =>
        fields.Text(key, TextForms.DriverName) is { } driver ? new DriverName(driver.Value) : null;

    /// <summary>The name of an attribute.</summary>
    public static AttributeName Attribute(Fields attribute) =>
        attribute.RequiredText("name", TextForms.AttributeName) is { } name ? new(name.Value) : default;

    /// <summary>A list of texts of one line.</summary>
    public static IEnumerable<string> List(Fields fields, string key, TextForm form) => (fields.List(key)?.Items ?? [])
        .Select(item => fields.TextOf(item, Subjects.ItemOf(key), form)?.Value)
        .OfType<string>();
}
