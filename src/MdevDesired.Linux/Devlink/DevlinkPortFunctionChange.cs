using MdevDesired.Model;

namespace MdevDesired.Linux.Devlink;

/// <summary>What to set of a function in one message; null leaves it as it is. The kernel sets the state last.</summary>
internal sealed record DevlinkPortFunctionChange
{
    public HardwareAddress? HwAddr { get; init; }

    public DevlinkFunctionState? State { get; init; }

    public bool? Roce { get; init; }

    public bool? Migratable { get; init; }

    public uint? MaxIoEqs { get; init; }

    /// <summary>As devlink(8) takes it.</summary>
    public override string ToString() => string.Join(' ', Words());

    private IEnumerable<string> Words()
    {
        if (HwAddr is { } address)
        {
            yield return $"hw_addr {address}";
        }

        if (Roce is { } roce)
        {
            yield return $"roce {DevlinkWord.OfSwitch(roce)}";
        }

        if (Migratable is { } migratable)
        {
            yield return $"migratable {DevlinkWord.OfSwitch(migratable)}";
        }

        if (MaxIoEqs is { } queues)
        {
            yield return $"max_io_eqs {queues}";
        }

        if (State is { } state)
        {
            yield return $"state {DevlinkWord.Of(state)}";
        }
    }
}
