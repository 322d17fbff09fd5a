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
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (HasBooted)
        {
            // "degraded" when a unit failed, which some tests want.
            await Machine.RunAsync("systemctl is-system-running --wait", TimeSpan.FromSeconds(300));
        }
    }
}
