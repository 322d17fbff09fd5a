using MdevDesired.Model.Mdevs;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Model;

/// <summary>Every kind of identity, by its word: the one list that another kind joins.</summary>
internal static class DeviceIds
{
    private static readonly Dictionary<string, Func<string, DeviceId>> Parsers = new()
    {
        [MdevId.Word] = MdevId.Parse,
        [SubfunctionId.Word] = SubfunctionId.Parse,
        [ParentId.Word] = ParentId.Parse,
    };

    /// <summary>The identity of which <see cref="DeviceId.Kind"/> and text were written down.</summary>
    /// <exception cref="FormatException">There is no such kind, or the text is no identity of it.</exception>
    public static DeviceId Parse(string kind, string text) =>
        Parsers.TryGetValue(kind, out var parse) ? parse(text) : throw new FormatException($"\"{kind}\" is no kind of device");
}
