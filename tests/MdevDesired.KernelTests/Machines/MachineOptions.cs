namespace MdevDesired.KernelTests.Machines;

/// <summary>What a machine is made of, apart from what all machines have.</summary>
public sealed record MachineOptions
{
    /// <summary>Kernel modules to load, in order, with parameters if any: <c>mtty</c>, <c>mdpy count=2</c>.</summary>
    public IReadOnlyList<string> Modules { get; init; } = [];

    /// <summary>QEMU devices: <c>pci-testdev</c>. They get the PCI slots from 0000:00:02.0 on, in this order.</summary>
    public IReadOnlyList<string> Devices { get; init; } = [];

    /// <summary>Two, so that what can happen at the same time does.</summary>
    public int Processors { get; init; } = 2;

    public int MemoryMebibytes { get; init; } = 1024;

    /// <summary>Added to the kernel's command line.</summary>
    public string KernelParameters { get; init; } = "";

    /// <summary>Boots Debian with systemd, udev and our package from a disk; else there is nothing but the agent.</summary>
    public bool Systemd { get; init; }

    /// <summary>Text files, by path, that are on that disk before systemd starts.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>How long until the machine must have booted and loaded its modules.</summary>
    public TimeSpan BootTimeout { get; init; } = TimeSpan.FromSeconds(120);
}
