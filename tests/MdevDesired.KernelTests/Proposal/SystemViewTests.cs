using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.DocumentText;

namespace MdevDesired.KernelTests.Proposal;

/// <summary>What the proposal says that a host shows of its sub devices.</summary>
[Collection(ProposalGroup.Name)]
public sealed class SystemViewTests(ProposalMachine fixture) : ProposalTest(fixture)
{
    private static readonly string Two = Parent(Port0, Mdev("host", A, Local, HostDriver), Mdev("guest", B, Local, GuestDriver));

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await ApplyAsync(Two);
    }

    [MachineFact]
    public async Task The_parents_folder_shows_the_uuids() =>
        Assert.Equal($"{A}\n{B}", await Machine.OutputOfAsync("cd /sys/bus/pci/devices/0000:00:05.0; ls -d *-0000-4000-8000-*"));

    [MachineFact]
    public async Task The_bus_shows_both_drivers() =>
        Assert.Equal("mlx5_core\nvfio_mdev", await Machine.OutputOfAsync("ls /sys/bus/mdev/drivers"));

    [MachineFact]
    public async Task The_bus_links_each_device_below_its_parents_path() =>
        Assert.Equal(
            $"/sys/devices/pci0000:00/0000:00:05.0/{A}\n/sys/devices/pci0000:00/0000:00:05.0/{B}",
            await Machine.OutputOfAsync("cd /sys/bus/mdev/devices; for uuid in *; do readlink -f $uuid; done"));

    [MachineFact]
    public async Task Binding_moves_the_drivers_link()
    {
        Assert.Equal($"mlx5_core/{A}\nvfio_mdev/{B}", await DriversLinksAsync());
        await ApplyAsync(Two.Replace(HostDriver + " }", GuestDriver + " }", StringComparison.Ordinal));
        Assert.Equal($"vfio_mdev/{A}\nvfio_mdev/{B}", await DriversLinksAsync());
        await ApplyAsync(Two);
        Assert.Equal($"mlx5_core/{A}\nvfio_mdev/{B}", await DriversLinksAsync());
    }

    [MachineFact]
    public async Task The_netdevs_device_link_leads_to_the_sub_device()
    {
        var device = await Machine.OutputOfAsync($"readlink -f /sys/class/net/{await NetdevAsync(A)}/device");
        Assert.Equal($"/sys/devices/pci0000:00/0000:00:05.0/{A}", device);
    }

    [MachineFact]
    public async Task Devlink_shows_the_sub_devices_of_the_host() => Assert.Equal($"mdev/{A}", await DevlinkInstancesAsync());

    private Task<string> DriversLinksAsync() => Machine.OutputOfAsync("cd /sys/bus/mdev/drivers; ls -d */*-*");
}
