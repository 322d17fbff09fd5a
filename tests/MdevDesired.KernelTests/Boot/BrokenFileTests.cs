using MdevDesired.KernelTests.Machines;
using Xunit;

namespace MdevDesired.KernelTests.Boot;

/// <summary>A boot with a broken file, and the package's life on that host.</summary>
public sealed class BrokenFileTests(BrokenHost fixture) : BootTest(fixture), IClassFixture<BrokenHost>
{
    [MachineFact]
    public async Task The_boot_goes_on()
    {
        Assert.Equal("active", await PropertyAsync("multi-user.target", "ActiveState"));
        Assert.Equal("active", await PropertyAsync("libvirtd.service", "ActiveState"));
    }

    [MachineFact]
    public async Task The_unit_names_file_and_line_in_its_status()
    {
        Assert.Equal("failed", await PropertyAsync("mdev-desired.service", "ActiveState"));
        var status = await Machine.RunAsync("systemctl status --no-pager --full mdev-desired.service");
        Assert.Contains("/etc/mdev-desired/broken.yaml:7:17: error MD0015", status.Stdout, StringComparison.Ordinal);
    }
}
