using MdevDesired.Applying;
using MdevDesired.Linux.Interop;
using MdevDesired.Model;

namespace MdevDesired.Linux.Sysfs;

/// <summary>Finds devices that are named as parents and exist without being parents of mediated devices.</summary>
internal static class NamedDevices
{
    /// <summary>The devices of this address: none, one, or one on each bus that has the name when no bus is stated.</summary>
    /// <exception cref="KernelException">The list of the buses is there and cannot be read.</exception>
    public static IEnumerable<ObservedParent> Find(Folder sys, ParentAddress named, byte[] buffer)
    {
        IReadOnlyList<string> buses = named.Bus is { } bus ? [bus] : FolderNames.OfFolders(sys, "bus", buffer);
        return buses
            .Where(candidate => sys.Status($"bus/{candidate}/devices/{named.Name}") is not null)
            .Select(found => new ObservedParent { Address = new ParentAddress(found, named.Name), OffersMdevs = false });
    }
}
