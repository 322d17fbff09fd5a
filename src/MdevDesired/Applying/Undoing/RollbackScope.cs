using MdevDesired.Model;
using MdevDesired.Planning;
using MdevDesired.Planning.Attributes;

namespace MdevDesired.Applying.Undoing;

/// <summary>What must be seen before a run that may be undone: what is compared for its plan, and what only its undoing needs.</summary>
internal static class RollbackScope
{
    public static ObservationScope Of(DesiredState desired, Ledger ledger)
    {
        var scope = PlanScope.Of(desired, ledger);
        var attributes = scope.Attributes.ToDictionary();
        foreach (var entry in ledger.Entries.Where(entry => entry.Written.Count > 0))
        {
            attributes[entry.Id] = [.. attributes.GetValueOrDefault(entry.Id, []).Union(AttributeComparison.Scope(entry.Written, []))];
        }

        // What a driver makes of a device is gone with the driver: all of it is to be given back.
        return scope with
        {
            Attributes = attributes,
            Devlink = scope.Devlink.Subfunctions ? scope.Devlink with { Params = true, Netdevs = true, Eswitches = [.. desired.Parents.Where(parent => !parent.Devlink.IsEmpty).Select(parent => parent.Address)] } : scope.Devlink,
        };
    }
}
