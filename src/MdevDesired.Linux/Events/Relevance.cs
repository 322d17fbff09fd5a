using System.Collections.Frozen;
using MdevDesired.Linux.Uevents;

namespace MdevDesired.Linux.Events;

/// <summary>
/// Tells what may concern sub devices. A parent may be a device of any bus or class, of its driver's own too: therefore what can be
/// none, and can have none, is named here, and the rest counts.
/// </summary>
internal static class Relevance
{
    private static readonly FrozenSet<string> OfNoInterest =
    [
        "ac97", "ata_device", "ata_link", "ata_port", "bdi", "block", "bpf", "bsg", "clockevents", "clocksource", "container", "cpu", "cpuid", "devcoredump",
        "dma", "edac", "event_source", "firmware", "gpio", "graphics", "hid", "hidraw", "hwmon", "i2c", "i2c-adapter", "input", "leds", "machinecheck",
        "mem", "memory", "memory_tiering", "mmc", "mmc_host", "msr", "node", "nvme-subsystem", "power_supply", "pps", "printk", "ptp", "queues", "regulator",
        "rtc", "scsi", "scsi_device", "scsi_disk", "scsi_generic", "scsi_host", "serial", "serial-base", "serio", "slab", "sound", "spi", "thermal", "tpm",
        "tpmrm", "tty", "usb", "usb_device", "usbmisc", "vc", "vtconsole", "wakeup", "watchdog", "workqueue", "xen", "zram-control",
    ];

    public static bool Of(Uevent uevent) => uevent.MdevState is not null || !OfNoInterest.Contains(uevent.Subsystem);
}
