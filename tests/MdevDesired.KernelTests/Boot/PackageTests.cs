using MdevDesired.KernelTests.Machines;
using Xunit;

namespace MdevDesired.KernelTests.Boot;

/// <summary>The package's life on a host that has devices, from installation to purge, by dpkg and its own scripts.</summary>
[Collection(BrokenHostGroup.Name)]
public sealed class PackageTests(BrokenHost fixture) : BootTest(fixture)
{
    private const string Unit = "mdev-desired.service";

    public override async Task InitializeAsync()
    {
        await Machine.OutputOfAsync(
            $"rm -f /etc/mdev-desired/broken.yaml; dpkg --install /root/mdev-desired.deb; systemctl restart {Unit}", Patience);
        Assert.Equal(3, (await InstancesAsync()).Split('\n').Length);
    }

    [MachineFact]
    public async Task An_upgrade_changes_no_device_and_no_decision_of_the_administrator()
    {
        var before = await InstancesAsync();
        await Machine.OutputOfAsync($"systemctl disable {Unit}");
        await Machine.OutputOfAsync("dpkg --install /root/mdev-desired-newer.deb", Patience);
        Assert.Equal(before, await InstancesAsync());
        Assert.Equal("disabled", await PropertyAsync(Unit, "UnitFileState"));
        Assert.Equal("active", await PropertyAsync(Unit, "ActiveState"));
        Assert.Equal("disabled", await PropertyAsync("mdev-desired-watch.service", "UnitFileState"));
        await Machine.OutputOfAsync($"systemctl enable {Unit}");
    }

    [MachineFact]
    public async Task Removed_and_purged_it_leaves_the_devices_the_documents_and_what_it_knows_of_them()
    {
        var before = await InstancesAsync();
        await Machine.OutputOfAsync("dpkg --remove mdev-desired", Patience);
        Assert.Equal(before, await InstancesAsync());
        Assert.Equal("not-found", await PropertyAsync(Unit, "LoadState"));

        await Machine.OutputOfAsync("dpkg --purge mdev-desired", Patience);
        Assert.Equal(before, await InstancesAsync());
        Assert.Equal(
            "/etc/mdev-desired\n/run/mdev-desired",
            await Machine.OutputOfAsync("find / -name '*mdev-desired*' -not -path '/root/*' -not -path '/proc/*' -not -path '/sys/*' | sort"));
        Assert.Equal("card.yaml", await Machine.OutputOfAsync("ls /etc/mdev-desired"));

        await Machine.OutputOfAsync("dpkg --install /root/mdev-desired.deb", Patience);
        Assert.Equal("enabled", await PropertyAsync(Unit, "UnitFileState"));
        await Machine.OutputOfAsync($"systemctl restart {Unit}", Patience);
        Assert.Contains("Nothing to do: 2 sub devices are as desired.", await JournalAsync(Unit), StringComparison.Ordinal);
        Assert.Equal(before, await InstancesAsync());
    }
}
