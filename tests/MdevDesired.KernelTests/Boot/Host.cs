namespace MdevDesired.KernelTests.Boot;

/// <summary>A host in order: one parent that is there at boot, one that comes late, and two units that need the devices.</summary>
public sealed class Host() : HostFixture(new Dictionary<string, string>
{
    ["/etc/mdev-desired/card.yaml"] = HostFiles.Card,
    ["/etc/mdev-desired/late.yaml"] = HostFiles.Optional,
    ["/etc/systemd/system/libvirtd.service"] = HostFiles.Libvirtd,
    ["/etc/systemd/system/consumer.service"] = HostFiles.Consumer,
    ["/etc/systemd/system/late-parent.service"] = HostFiles.LateParent,
});
