using MdevDesired.KernelTests.Machines;
using Xunit;

namespace MdevDesired.KernelTests.Boot;

/// <summary>A boot with a broken file.</summary>
[Collection(BrokenHostGroup.Name)]
public sealed class BrokenFileTests(BrokenHost fixture) : BootTest(fixture)
{
    [MachineFact]
    public async Task The_boot_goes_on()
    {
        Assert.Equal("active", await PropertyAsync("multi-user.target", "ActiveState"));
        Assert.Equal("active", await PropertyAsync("libvirtd.service", "ActiveState"));
    }

    [MachineFact]
    public void The_unit_names_file_and_line_in_its_status()
    {
        Assert.Contains("Active: failed", fixture.Status, StringComparison.Ordinal);
        Assert.True(fixture.Status.Contains("/etc/mdev-desired/broken.yaml:7:17: error MD0015", StringComparison.Ordinal), fixture.Status);
    }
}
