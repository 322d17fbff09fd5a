namespace MdevDesired.Loading.Yaml;

/// <summary>What a scalar is by the YAML 1.2 core schema.</summary>
internal enum ScalarKind
{
    Text,
    Null,
    Boolean,
    Integer,
    Float,
}
