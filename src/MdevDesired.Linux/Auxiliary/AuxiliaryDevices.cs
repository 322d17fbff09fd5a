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
    private readonly ConcurrentDictionary<(string Parent, uint SfNumber), string> _names = [];
    private readonly ConcurrentDictionary<string, bool> _seen = [];

    /// <summary>The subfunction's device, or null while it has none here.</summary>
    /// <exception cref="KernelException">Something that must be readable is not.</exception>
    public AuxiliaryDevice? Find(SubfunctionId id)
    {
        if (!id.IsLocal || sys() is not { } folder)
        {
            return null;
        }

        var bus = new AuxiliaryBus(folder);
        return Remembered(id, bus) ?? Search(id, bus, bus.Names().Where(name => !_seen.ContainsKey(name))) ?? Search(id, bus, bus.Names());
    }

    /// <summary>Whether a device that just appeared is the subfunction's.</summary>
    /// <exception cref="KernelException">Something that must be readable is not.</exception>
    public bool Learn(SubfunctionId id, string name)
    {
        if (sys() is not { } folder || new AuxiliaryBus(folder).Read(name) is not { } device || !Is(device, id))
        {
            return false;
        }

        Remember(device);
        return true;
    }

    private static bool Is(AuxiliaryDevice device, SubfunctionId id) => device.Parent == id.Parent.Name && device.SfNumber == id.SfNumber;

    private AuxiliaryDevice? Remembered(SubfunctionId id, AuxiliaryBus bus) =>
        _names.TryGetValue((id.Parent.Name, id.SfNumber), out var name) && bus.Read(name) is { } known && Is(known, id) ? known : null;

    // What is new is looked at first: most often the device has just appeared.
    private AuxiliaryDevice? Search(SubfunctionId id, AuxiliaryBus bus, IEnumerable<string> names)
    {
        AuxiliaryDevice? found = null;
        foreach (var name in names)
        {
            _seen[name] = true;
            if (bus.Read(name) is { } device)
            {
                Remember(device);
                found = Is(device, id) ? device : found;
            }
        }

        return found;
    }

    private void Remember(AuxiliaryDevice device) => _names[(device.Parent, device.SfNumber)] = device.Name;
}
