using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>What must be observed before a desired state can be compared.</summary>
internal static class PlanScope
{
    public static ObservationScope Of(DesiredState desired, Ledger ledger)
    {
        var entries = ledger.Entries.ToDictionary(entry => entry.Id);
        return new(
            [.. desired.Parents.Select(parent => parent.Address)],
            desired.SubDevices
                .Select(device => (device.Id, Names: SubDeviceKinds.Of(device.Id).Attributes(device, entries.GetValueOrDefault(device.Id))))
                .Where(pair => pair.Names.Count > 0)
                .ToDictionary(pair => pair.Id, pair => pair.Names));
    }
}
