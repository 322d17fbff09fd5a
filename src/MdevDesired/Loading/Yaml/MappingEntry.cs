namespace MdevDesired.Loading.Yaml;

/// <summary>A key of a mapping and its value.</summary>
internal readonly record struct MappingEntry(ScalarNode Key, YamlNode Value);
