using MdevDesired.Loading.Binding;
using MdevDesired.Loading.Yaml;

namespace MdevDesired.Simulation.Snapshots;

/// <summary>The words of devlink(8) for what the kernel numbers.</summary>
internal static class SnapshotWord
{
    /// <summary>The value, or null when the key is absent. A number that has no word stands as such.</summary>
    public static T? Of<T>(Fields fields, string key, Func<T, string> word)
        where T : struct, Enum
    {
        if (fields.Mapping.Find(key)?.Value is ScalarNode { Text: var text } && text.All(char.IsAsciiDigit) && Enum.TryParse<T>(text, out var number))
        {
            return number;
        }

        var known = Enum.GetValues<T>().ToDictionary(word);
        return fields.Word(key, known.Keys) is { } stated ? known[stated.Value] : null;
    }
}
