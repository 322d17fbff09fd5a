using MdevDesired.Model.Mdevs;

namespace MdevDesired.Model;

/// <summary>Every kind of sub device, by its word: the one list that another kind joins.</summary>
internal static class SubDeviceIds
{
    private static readonly Dictionary<string, Func<string, SubDeviceId>> Parsers = new() { [MdevId.Word] = MdevId.Parse };

    /// <summary>The identity of which <see cref="SubDeviceId.Kind"/> and text were written down.</summary>
    /// <exception cref="FormatException">There is no such kind, or the text is no identity of it.</exception>
    public static SubDeviceId Parse(string kind, string text) =>
        Parsers.TryGetValue(kind, out var parse) ? parse(text) : throw new FormatException($"\"{kind}\" is no kind of sub device");
}
