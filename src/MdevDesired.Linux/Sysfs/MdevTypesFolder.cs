using System.Globalization;
using MdevDesired.Applying;
using MdevDesired.Linux.Interop;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;

namespace MdevDesired.Linux.Sysfs;

/// <summary>The types that a parent offers (Documentation/ABI/testing/sysfs-bus-vfio-mdev).</summary>
internal static class MdevTypesFolder
{
    /// <summary>The types, ordered by name; with their API, title and description only where these are wanted.</summary>
    /// <exception cref="KernelException">The folder is there and cannot be read.</exception>
    public static EquatableArray<ObservedMdevType> Read(Folder parent, bool descriptions, Span<byte> buffer)
    {
        var names = FolderNames.OfFolders(parent, SysfsPath.SupportedTypes, buffer);
        var types = new ObservedMdevType[names.Count];
        for (var i = 0; i < types.Length; i++)
        {
            types[i] = ReadType(parent, names[i], descriptions, buffer);
        }

        return new([.. types]);
    }

    /// <summary>The type of each device of the parent, by one listing per type.</summary>
    /// <exception cref="KernelException">A listing is there and cannot be read.</exception>
    public static Dictionary<MdevUuid, MdevTypeName> ReadDevices(
        Folder parent, EquatableArray<ObservedMdevType> types, Span<byte> buffer)
    {
        var found = new Dictionary<MdevUuid, MdevTypeName>();
        foreach (var type in types)
        {
            foreach (var uuid in FolderNames.OfMdevs(parent, $"{SysfsPath.SupportedTypes}/{type.Name}/devices", buffer))
            {
                found[uuid] = type.Name;
            }
        }

        return found;
    }

    private static ObservedMdevType ReadType(Folder parent, string name, bool descriptions, Span<byte> buffer)
    {
        var files = new AttributeFile(parent, buffer);
        var path = $"{SysfsPath.SupportedTypes}/{name}/";
        return new ObservedMdevType
        {
            Name = new MdevTypeName(name),
            AvailableInstances = Number(files.ReadText(path + "available_instances")),
            DeviceApi = descriptions ? files.ReadText(path + "device_api") : null,
            Title = descriptions ? files.ReadText(path + "name") : null,
            Description = descriptions ? files.ReadText(path + "description") : null,
        };
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
