using System.Globalization;

namespace MdevDesired.Model.Devlink;

/// <summary>What to set of a function in one message; null leaves it as it is. The kernel sets the state last.</summary>
internal sealed record DevlinkPortFunctionChange
{
    public HardwareAddress? HwAddr { get; init; }

    public DevlinkFunctionState? State { get; init; }

    public bool? Roce { get; init; }

    public bool? Migratable { get; init; }

    public uint? MaxIoEqs { get; init; }

    /// <summary>What is to be set beside the state, under the names and with the values of devlink(8).</summary>
    public IEnumerable<(string Name, string Value)> Attributes() => new (string Name, string? Value)[]
    {
        ("hw_addr", HwAddr?.ToString()),
        ("roce", Switch(Roce)),
        ("migratable", Switch(Migratable)),
        ("max_io_eqs", MaxIoEqs?.ToString(CultureInfo.InvariantCulture)),
    }.Where(pair => pair.Value is not null).Select(pair => (pair.Name, pair.Value!));

    /// <summary>As devlink(8) takes it.</summary>
    public override string ToString() => string.Join(' ', Attributes()
        .Append(("state", State is { } state ? DevlinkWord.Of(state) : ""))
        .Where(pair => pair.Item2.Length > 0)
        .Select(pair => $"{pair.Item1} {pair.Item2}"));

    private static string? Switch(bool? value) => value is { } on ? DevlinkWord.OfSwitch(on) : null;
}
