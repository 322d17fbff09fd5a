using MdevDesired.KernelTests.Machines;

namespace MdevDesired.KernelTests.Boot;

/// <summary>A host that was booted with systemd, udev and our package: tests begin when the boot has ended.</summary>
public abstract class HostFixture(IReadOnlyDictionary<string, string> files) : MachineFixture(new MachineOptions
{
    Systemd = true,
    Devices = ["pci-testdev,addr=5.0"],
    Files = new Dictionary<string, string>(files) { ["/etc/systemd/system/multi-user.target.d/tests.conf"] = HostFiles.Wanted },
    BootTimeout = TimeSpan.FromSeconds(300),
})
{
    /// <summary>What <c>systemctl status</c> of the boot unit said when the boot had ended.</summary>
    public string Status { get; private set; } = "";

    /// <summary>The units that had failed then, a line each.</summary>
    public string Failed { get; private set; } = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (HasBooted)
        {
            // "degraded" when a unit failed, which some tests want.
            await Machine.RunAsync("systemctl is-system-running --wait", TimeSpan.FromSeconds(300));
            Status = (await Machine.RunAsync("systemctl status --no-pager --full mdev-desired.service")).Stdout;
            Failed = await Machine.OutputOfAsync("systemctl --failed --no-legend --plain");
        }
    }
}
