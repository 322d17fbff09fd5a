namespace MdevDesired.KernelTests.Machines;

/// <summary>The arguments that make QEMU the test machine.</summary>
internal static class QemuCommandLine
{
    /// <summary>The machine's PCI slot for the command channel: out of the way of the tests' devices.</summary>
    private const string ChannelSlot = "0x1e";

    // Before the channel's, in the order of /dev/vda and /dev/vdb.
    private const string DiskSlot = "0x1c";
    private const string FilesSlot = "0x1d";

    public static IEnumerable<string> For(MachineOptions options, MachineFolder folder) =>
    [
        // No KVM, so that tests behave the same on a laptop and in a container.
        "-accel", "tcg,thread=multi", "-cpu", "max", "-machine", "pc",
        "-smp", $"{options.Processors}", "-m", $"{options.MemoryMebibytes}",
        "-nodefaults", "-no-user-config", "-display", "none", "-nic", "none", "-no-reboot",
        "-kernel", MachineParts.Kernel, "-initrd", MachineParts.Initramfs, "-append", KernelCommandLine(options),
        "-serial", $"file:{folder.Console}",
        "-chardev", $"socket,id=channel,path={folder.ChannelSocket}",
        "-device", $"virtio-serial-pci,addr={ChannelSlot}", "-device", "virtserialport,chardev=channel,nr=1",
        .. options.Systemd ? Disks(folder) : [],
        .. options.Devices.SelectMany(device => new[] { "-device", device }),
    ];

    // snapshot: what the machine writes is gone with it.
    private static string[] Disks(MachineFolder folder) =>
    [
        "-drive", $"file={MachineParts.Disk},id=disk,if=none,format=raw,snapshot=on",
        "-device", $"virtio-blk-pci,drive=disk,addr={DiskSlot}",
        "-drive", $"file={folder.Files},id=files,if=none,format=raw,readonly=on",
        "-device", $"virtio-blk-pci,drive=files,addr={FilesSlot}",
    ];

    // An oops is a panic and a panic ends QEMU, because -no-reboot turns the reboot into an exit. The checks for locked-up
    // processors and for a lost timer interrupt are off: emulated processors stand still whenever the host is busy.
    private static string KernelCommandLine(MachineOptions options) =>
        "console=ttyS0 oops=panic panic=-1 nokaslr mitigations=off no_timer_check nowatchdog "
        + "rcupdate.rcu_cpu_stall_suppress=1 "
        + (options.Systemd ? "root=/dev/vda " : "")
        + options.KernelParameters;
}
