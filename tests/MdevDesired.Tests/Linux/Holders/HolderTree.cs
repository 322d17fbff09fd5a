using MdevDesired.Linux.Holders;
using MdevDesired.Linux.Interop;
using MdevDesired.Linux.Netlink.Route;
using MdevDesired.Model;
using MdevDesired.Tests.Linux.Sysfs;

namespace MdevDesired.Tests.Linux.Holders;

/// <summary>A tree of /sys and /proc with devices, the files and network interfaces that they have, and processes that use them.</summary>
internal sealed class HolderTree : INetworkInterfaces, IDisposable
{
    private readonly List<NetworkLink> _links = [];
    private readonly List<NetworkAddress> _addresses = [];
    private int _nextIndex = 10;

    public FakeSysfs Sysfs { get; } = new();

    /// <summary>How often the interfaces were listed.</summary>
    public int Dumps { get; private set; }

    public void Dispose() => Sysfs.Dispose();

    public IReadOnlyList<NetworkLink> Links()
    {
        Dumps++;
        return _links;
    }

    public IReadOnlyList<NetworkAddress> Addresses(int index) => [.. _addresses.Where(address => address.Link == index)];

    /// <summary>A network interface beneath a device; its number.</summary>
    public int Netdev(string name, string device, bool isUp = false, int? master = null)
    {
        var index = _nextIndex++;
        _links.Add(new(index, name, isUp, master, null));
        Directory.CreateDirectory(Sysfs.Sys($"{device}/net/{name}"));
        Sysfs.Link($"class/net/{name}", $"{device}/net/{name}");
        return index;
    }

    public void Address(int index, string address, bool isLinkLocal = false) =>
        _addresses.Add(new(index, System.Net.IPAddress.Parse(address), 64, isLinkLocal));

    public void Process(int pid, string command, params string[] files)
    {
        var folder = Path.Combine(Sysfs.Root.Proc, $"{pid}");
        Directory.CreateDirectory($"{folder}/fd");
        File.WriteAllText($"{folder}/comm", command + "\n");
        for (var i = 0; i < files.Length; i++)
        {
            File.CreateSymbolicLink($"{folder}/fd/{i}", files[i]);
        }
    }

    /// <summary>The holders of the devices in words.</summary>
    public IReadOnlyList<string> Find(ObservedState observed, params DeviceId[] ids) => [.. Search(observed, ids).Holders.Select(holder => holder.Words)];

    public HolderSearch Search(ObservedState observed, params DeviceId[] ids)
    {
        using var sys = Folder.Open(Sysfs.Sys(""))!;
        return new HostHolders(Sysfs.Root, this).Find(sys, observed, ids);
    }
}
