using MdevDesired.Model;
using MdevDesired.Model.Mdevs;

namespace MdevDesired.Reporting;

/// <summary>How much of an mdev type a parent has.</summary>
/// <param name="Parent">The parent.</param>
/// <param name="Type">The type.</param>
/// <param name="Available">How many more the kernel says can be created, or null when it does not.</param>
/// <param name="Used">How many there are, whoever made them.</param>
/// <param name="Desired">How many are listed.</param>
internal sealed record TypeCapacity(ParentAddress Parent, MdevTypeName Type, int? Available, int Used, int Desired)
{
    /// <summary>Of the types that the listed parents offer, ordered by parent and type.</summary>
    public static EquatableArray<TypeCapacity> Of(ObservedState observed, DesiredState desired)
    {
        var used = observed.SubDevices.OfType<ObservedMdev>().Where(mdev => mdev.Type is not null).ToLookup(mdev => (mdev.Parent, mdev.Type!.Value));
        return observed.Parents
            .SelectMany(parent => parent.MdevTypes.Select(type => new TypeCapacity(
                parent.Address,
                type.Name,
                type.AvailableInstances,
                used[(parent.Address, type.Name)].Count(),
                desired.Find(parent.Address)?.SubDevices.OfType<DesiredMdev>().Count(mdev => mdev.Type == type.Name) ?? 0)))
            .ToEquatableArray();
    }
}
