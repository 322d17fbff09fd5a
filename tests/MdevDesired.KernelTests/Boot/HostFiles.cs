using MdevDesired.KernelTests.Devlink;
using static MdevDesired.KernelTests.DocumentText;

namespace MdevDesired.KernelTests.Boot;

/// <summary>What stands on the disk of a host before it boots.</summary>
internal static class HostFiles
{
    public const string Pf = "pci/0000:00:05.0";
    public const string Web = "aaaaaaaa-0000-4000-8000-000000000000";
    public const string Late = "bbbbbbbb-0000-4000-8000-000000000000";
    public const string Required = "cccccccc-0000-4000-8000-000000000000";

    /// <summary>The units of this class, put into the boot.</summary>
    public const string Wanted = "[Unit]\nWants=libvirtd.service consumer.service late-parent.service\n";

    /// <summary>Has the name of one that the boot unit comes before, and says nothing about order itself.</summary>
    public const string Libvirtd =
        """
        [Unit]
        Description=Stands for libvirtd: writes down which devices it finds

        [Service]
        Type=oneshot
        RemainAfterExit=yes
        ExecStart=/bin/sh -c 'ls /sys/bus/mdev/devices /sys/class/net > /run/libvirtd.saw || true'
        """;

    /// <summary>One that the boot unit knows nothing of.</summary>
    public const string Consumer =
        """
        [Unit]
        Description=Needs the devices
        Requires=mdev-desired.service
        After=mdev-desired.service

        [Service]
        Type=oneshot
        RemainAfterExit=yes
        ExecStart=/bin/sh -c 'ls /sys/bus/mdev/devices /sys/class/net > /run/consumer.saw'
        """;

    /// <summary>A parent that registers 20 s after the boot unit has ended.</summary>
    public const string LateParent =
        """
        [Unit]
        Description=Brings a parent after all
        After=mdev-desired.service

        [Service]
        ExecStart=/bin/sh -c 'sleep 20; echo 1 > /sys/module/mdevsim/parameters/soft_parents'
        """;

    public static readonly string Card = Document(
        DevlinkText.Parent(
            Pf,
            DevlinkText.Switchdev,
            Mdev("web-0", Web, "mlx5_core-local", "mlx5_core"),
            DevlinkText.Subfunction(
                "tenant-a",
                88,
                """function: { hwAddr: "00:00:00:00:88:88" }, representor: { netdev: tenant-a-rep }""",
                "ports: [{ netdev: tenant-a }]")),
        "card");

    /// <summary>Of a parent that may be absent, and is not waited for.</summary>
    public static readonly string Optional = Document(
        "    - device: soft0\n      optional: true\n      wait: 0s\n      subDevices:\n" + Mdev("late-0", Late, "mdevsim-local"),
        "late");

    /// <summary>Of a parent that must not be absent.</summary>
    public static readonly string RequiredParent = Document(
        "    - device: soft1\n      wait: 5s\n      subDevices:\n" + Mdev("required-0", Required, "mdevsim-local"),
        "required");
}
