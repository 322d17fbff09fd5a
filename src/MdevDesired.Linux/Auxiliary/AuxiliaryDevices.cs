using System.Collections.Concurrent;
using MdevDesired.Applying;
using MdevDesired.Linux.Interop;
using MdevDesired.Model.Subfunctions;

namespace MdevDesired.Linux.Auxiliary;

/// <summary>
/// The auxiliary devices of subfunctions, by identity: remembered where one was seen, looked up otherwise, and always as they are now.
/// Safe to use from several threads.
/// </summary>
/// <param name="sys">The folder /sys, or null when there is none.</param>
internal sealed class AuxiliaryDevices(Func<Folder?> sys)
{
    private readonly ConcurrentDictionary<SubfunctionId, string> _names = [];

    /// <summary>The subfunction's device, or null while it has none here.</summary>
    /// <exception cref="KernelException">Something that must be readable is not.</exception>
    public AuxiliaryDevice? Find(SubfunctionId id)
    {
        if (!id.IsLocal || sys() is not { } folder)
        {
            return null;
        }

        var bus = new AuxiliaryBus(folder);
        if (_names.TryGetValue(id, out var name) && bus.Read(name) is { } known && Is(known, id))
        {
            return known;
        }

        var found = bus.Find(id.Parent.Name, id.SfNumber);
        if (found is not null)
        {
            _names[id] = found.Name;
        }

        return found;
    }

    /// <summary>Whether a device that just appeared is the subfunction's.</summary>
    /// <exception cref="KernelException">Something that must be readable is not.</exception>
    public bool Learn(SubfunctionId id, string name)
    {
        if (sys() is not { } folder || new AuxiliaryBus(folder).Read(name) is not { } device || !Is(device, id))
        {
            return false;
        }

        _names[id] = name;
        return true;
    }

    private static bool Is(AuxiliaryDevice device, SubfunctionId id) => device.Parent == id.Parent.Name && device.SfNumber == id.SfNumber;
}
