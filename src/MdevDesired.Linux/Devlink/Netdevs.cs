using MdevDesired.Applying;
using MdevDesired.Linux.Netlink.Route;

namespace MdevDesired.Linux.Devlink;

/// <summary>Names network interfaces. Safe to use from several threads.</summary>
/// <param name="run">The folder /run.</param>
internal sealed class Netdevs(string run) : IDisposable
{
    // What udev takes for one interface, with a good deal of room; without it the interface is named all the same.
    private static readonly TimeSpan UdevPatience = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private Rtnetlink? _rtnetlink;

    /// <summary>Gives an interface that is down another name, once udev, where it runs, has given it the one of its rules.</summary>
    /// <param name="name">The name that it was seen with: udev may have changed it since.</param>
    /// <param name="index">Its number, by which it is found; where that is not known, by its name.</param>
    /// <param name="wanted">The name to give.</param>
    /// <exception cref="KernelException">ENODEV: it is gone; EBUSY: it is up; EEXIST: the name is taken.</exception>
    public void Rename(string name, uint? index, string wanted)
    {
        var attempt = new Netlink.NetlinkAttempt("ip link set", $"{name} name {wanted}");
        var link = Find(name, index) ?? throw attempt.Refused(Errno.ENODEV);
        WaitForUdev(link.Index);
        lock (_gate)
        {
            link = Rtnetlink.Find(link.Index) ?? throw attempt.Refused(Errno.ENODEV);
            if (link.Name != wanted)
            {
                attempt.Check(link.IsUp ? Errno.EBUSY : null, "it is up, and who set it up may know it by its name");
                Rtnetlink.Rename(link, wanted);
            }
        }
    }

    public void Dispose() => _rtnetlink?.Dispose();

    private Rtnetlink Rtnetlink => _rtnetlink ??= Rtnetlink.Open();

    private NetworkLink? Find(string name, uint? index)
    {
        lock (_gate)
        {
            return index is { } number ? Rtnetlink.Find((int)number) : Rtnetlink.Find(name);
        }
    }

    private void WaitForUdev(int index)
    {
        var backoff = new Backoff(UdevPatience);
        while (File.Exists($"{run}/udev/control") && !IsDone($"{run}/udev/data/n{index}") && backoff.Wait())
        {
        }
    }

    // udev has this file when it is done with an interface, but also, with this property, from before it renames it until it has seen
    // the name change (systemd, src/udev/udev-event.c, rename_netif).
    private static bool IsDone(string path)
    {
        try
        {
            return !File.ReadLines(path).Contains("E:ID_RENAMING=1");
        }
        catch (IOException)
        {
            return false;
        }
    }
}
