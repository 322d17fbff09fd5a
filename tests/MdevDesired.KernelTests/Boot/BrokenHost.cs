namespace MdevDesired.KernelTests.Boot;

/// <summary>A host on which one of two files does not hold what it should.</summary>
public sealed class BrokenHost() : HostFixture(new Dictionary<string, string>
{
    ["/etc/mdev-desired/broken.yaml"] = HostFiles.Optional.Replace("optional: true", "optional: yes", StringComparison.Ordinal),
    ["/etc/mdev-desired/card.yaml"] = HostFiles.Card,
    ["/etc/systemd/system/libvirtd.service"] = HostFiles.Libvirtd,
});
