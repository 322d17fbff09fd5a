using MdevDesired.KernelTests.Machines;
using MdevDesired.KernelTests.Proposal;
using Xunit;
using static MdevDesired.KernelTests.DocumentText;

namespace MdevDesired.KernelTests.Safety;

/// <summary>Mediated devices that somebody uses are left as they are, and the user is named.</summary>
[Collection(TroubleGroup.Name)]
public sealed class MdevInUseTests(ProposalMachine fixture) : ProposalTest(fixture)
{
    private static readonly string Both = Parent(Port0, Mdev("a", A, Local, HostDriver), Mdev("b", B, Local, HostDriver));

    [MachineFact]
    public async Task A_device_whose_network_interface_is_up_is_not_removed_until_it_is_down()
    {
        await ApplyAsync(Both);
        var netdev = await NetdevAsync(A);
        await Machine.OutputOfAsync($"ip link set {netdev} up");
        await AssertSparedAsync(Parent(Port0), $"a: {A} is in use and stays as it is: the network interface {netdev} is up");

        await Machine.OutputOfAsync($"ip link set {netdev} down");
        await ApplyAsync(Parent(Port0));
        Assert.Equal("", await DevicesAsync());
    }

    [MachineFact]
    public async Task A_device_whose_network_interface_is_part_of_a_bridge_is_neither_removed_nor_unbound()
    {
        await ApplyAsync(Both);
        var netdev = await NetdevAsync(A);
        await Machine.OutputOfAsync($"/usr/sbin/ip link add br0 type bridge; /usr/sbin/ip link set {netdev} master br0");
        var words = $"the network interface {netdev} is part of br0";
        await AssertSparedAsync(Parent(Port0, Mdev("a", A, Local, GuestDriver)), words);
        await AssertSparedAsync(Parent(Port0), words);
        Assert.Contains($"in use: {words}", Unwrapped(await Machine.RunAsync("mdev-desired show", Timeout)), StringComparison.Ordinal);

        await Machine.OutputOfAsync("/usr/sbin/ip link del br0");
        await ApplyAsync(Parent(Port0));
        Assert.Equal("", await DevicesAsync());
    }

    [MachineFact]
    public async Task A_device_whose_network_interface_is_in_another_namespace_is_not_removed()
    {
        await ApplyAsync(Both);
        await Machine.OutputOfAsync($"/usr/sbin/ip netns add inside; /usr/sbin/ip link set {await NetdevAsync(A)} netns inside");
        await AssertSparedAsync(Parent(Port0), "is in another network namespace");

        await Machine.OutputOfAsync("/usr/sbin/ip netns del inside; sleep 1");
        await RunOnAsync(Parent(Port0), "apply --allow-disruption");
        Assert.Equal("", await DevicesAsync());
    }

    [MachineFact]
    public async Task A_device_that_was_moved_with_its_instance_to_another_namespace_is_not_removed()
    {
        await ApplyAsync(Both);
        await Machine.OutputOfAsync($"/usr/sbin/ip netns add inside; devlink dev reload mdev/{A} netns inside");
        await AssertSparedAsync(Parent(Port0), "is in another network namespace");
        await RunOnAsync(Parent(Port0), "apply --allow-disruption");
        Assert.Equal("", await DevicesAsync());
        await Machine.OutputOfAsync("/usr/sbin/ip netns del inside");
    }

    [MachineTheory]
    [InlineData("apply --allow-disruption", "")]
    [InlineData("apply", "      disruption: allow\n")]
    public async Task Where_disruption_is_allowed_only_what_a_guest_holds_is_spared(string command, string setting)
    {
        await ApplyAsync(Parent(Port0, Mdev("a", A, Local, HostDriver), Mdev("b", B, Local, GuestDriver)));
        await Machine.OutputOfAsync($"ip link set {await NetdevAsync(A)} up");
        var guest = Machine.Start($"exec hold-vfio {B}");
        await Machine.WaitForOutputAsync(guest, "holding");

        var result = await RunOnAsync($"    - device: {Port0}\n{setting}      subDevices: []\n", command);
        Assert.Equal(4, result.ExitCode);
        Assert.Contains("(hold-vfio) has /dev/vfio/", Unwrapped(result), StringComparison.Ordinal);
        Assert.Equal("bb 0000:00:05.0 mlx5_core-local vfio_mdev", await DevicesAsync());

        guest.Signal(15);
        await Machine.WaitForAsync(guest);
        await ApplyAsync(Parent(Port0));
        Assert.Equal("", await DevicesAsync());
    }

    [MachineFact]
    public async Task A_protected_device_is_kept_also_when_it_has_left_the_document()
    {
        var listed = Parent(Port0, Mdev("a", A, Local, HostDriver).Replace("{ name", "{ protect: true, name", StringComparison.Ordinal));
        await ApplyAsync(listed);
        var inode = await InodeAsync(A);
        foreach (var document in new[] { Parent(Port0), listed.Replace(Local, Large, StringComparison.Ordinal) })
        {
            var result = await RunOnAsync(document, "apply --allow-disruption");
            Assert.Equal(1, result.ExitCode);
            Assert.Contains($"a: {A} is protected and would be re", Unwrapped(result), StringComparison.Ordinal);
            Assert.Equal(inode, await InodeAsync(A));
        }

        await ApplyAsync(listed.Replace("protect: true", "protect: false", StringComparison.Ordinal));
        await ApplyAsync(Parent(Port0));
        Assert.Equal("", await DevicesAsync());
    }

    [MachineFact]
    public async Task An_ordinary_user_is_told_where_it_matters_that_processes_could_not_be_looked_at()
    {
        await CreateByHandAsync(A, "0000:00:05.0", Local);
        await Machine.OutputOfAsync($"echo {A} > /sys/bus/mdev/drivers/vfio_mdev/bind");
        Assert.DoesNotContain("MD0132", await AsUserAsync(Parent(Port0)), StringComparison.Ordinal);
        var all = $"    - {{ device: {Port0}, prune: all, subDevices: [] }}\n";
        Assert.Contains("MD0132: the processes of other users could not be looked at", await AsUserAsync(all), StringComparison.Ordinal);
        Assert.DoesNotContain("MD0132", Unwrapped(await RunOnAsync(all, "plan")), StringComparison.Ordinal);
        Assert.Contains("The processes of other users could not", Unwrapped(await Machine.RunAsync("su -s /bin/sh nobody -c 'mdev-desired show'")), StringComparison.Ordinal);
    }

    private async Task<string> AsUserAsync(string parents)
    {
        await Machine.PutFileAsync(DocumentPath, Document(parents));
        var result = await Machine.RunAsync($"su -s /bin/sh nobody -c 'mdev-desired plan -f {DocumentPath}'");
        Assert.True(result.ExitCode == 0, result.ToString());
        return Unwrapped(result);
    }

    // The other device of the document is not kept by the first one's user.
    private async Task AssertSparedAsync(string parents, string words)
    {
        var result = await RunOnAsync(parents, "apply");
        Assert.Equal(4, result.ExitCode);
        Assert.Contains(words, Unwrapped(result), StringComparison.Ordinal);
        Assert.Equal("aa 0000:00:05.0 mlx5_core-local mlx5_core", await DevicesAsync());
    }
}
