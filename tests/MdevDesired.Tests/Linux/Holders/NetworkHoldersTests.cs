using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Mdevs;
using MdevDesired.Model.Subfunctions;
using Xunit;

namespace MdevDesired.Tests.Linux.Holders;

public sealed class NetworkHoldersTests : IDisposable
{
    private const string Uuid = "aaaaaaaa-0000-4000-8000-000000000000";
    private const string Nic = "devices/pci0000:00/0000:05:00.0";
    private const string Function = "devices/pci0000:00/0000:05:00.2";
    private const string Mdev = $"{Nic}/{Uuid}";
    private const string Auxiliary = $"{Nic}/mlx5_core.sf.4";

    private static readonly MdevId MdevId = MdevId.Parse(Uuid);
    private static readonly DevlinkHandle Handle = new("pci", "0000:05:00.0");
    private static readonly ParentId NicId = new(Handle.Address);
    private static readonly SubfunctionId Sf = new(Handle, 0, 0, 88);

    private readonly HolderTree _tree = new();

    public NetworkHoldersTests()
    {
        _tree.Sysfs.WithParent("pci", "0000:05:00.0").WithType("0000:05:00.0", "local", 1).WithMdev("0000:05:00.0", Uuid, "local").WithDevice("pci", "0000:05:00.2");
        Directory.CreateDirectory(_tree.Sysfs.Sys(Auxiliary));
        _tree.Sysfs.Link("bus/auxiliary/devices/mlx5_core.sf.4", Auxiliary);
        _tree.Sysfs.Link($"{Nic}/virtfn0", Function);
        Directory.CreateDirectory(_tree.Sysfs.Root.Proc);
    }

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void A_network_interface_that_is_down_and_alone_holds_nothing()
    {
        _tree.Netdev("eth1", Mdev);
        Assert.Empty(_tree.Find(Host(), MdevId));
    }

    [Fact]
    public void Names_the_network_interface_that_is_up()
    {
        _tree.Netdev("eth1", Mdev, isUp: true);
        _tree.Netdev("eth2", "devices/virtual", isUp: true);
        Assert.Equal(["the network interface eth1 is up"], _tree.Find(Host(), MdevId));
    }

    [Fact]
    public void Names_the_bridge_that_an_interface_is_part_of_even_while_it_is_down()
    {
        var bridge = _tree.Netdev("br0", "devices/virtual", isUp: true);
        _tree.Netdev("eth1", Mdev, master: bridge);
        Assert.Equal(["the network interface eth1 is part of br0"], _tree.Find(Host(), MdevId));
    }

    [Fact]
    public void Finds_the_interface_of_a_subfunction_by_its_auxiliary_device_and_its_representor_by_its_port()
    {
        _tree.Netdev("sf0", Auxiliary, isUp: true);
        var representor = _tree.Netdev("rep0", Nic, isUp: true);
        var search = _tree.Search(Host(representor: ("rep0", representor)), Sf);
        Assert.Equal(["the network interface sf0 is up", "the representor rep0 is up"], search.Holders.Select(holder => holder.Words));
        Assert.Equal([false, true], search.Holders.Select(holder => holder.IsRepresentor));
        Assert.Equal(1, _tree.Dumps);
    }

    [Fact]
    public void A_subfunction_whose_instance_is_not_to_be_seen_is_in_use_elsewhere()
    {
        var elsewhere = Host(driver: "mlx5_core.sf");
        Assert.Equal(["its devlink instance is in another network namespace"], _tree.Find(elsewhere, Sf));
    }

    [Fact]
    public void An_Ethernet_port_without_an_interface_is_in_use_elsewhere()
    {
        var host = Host() with { SubDevices = [Observed() with { Devlink = new() { Handle = new("mdev", Uuid), Ports = [Port(0) with { Flavour = null }] } }] };
        Assert.Equal(["the network interface of port 0 is in another network namespace"], _tree.Find(host, MdevId));
    }

    [Fact]
    public void A_device_whose_folder_of_interfaces_shows_none_has_one_elsewhere()
    {
        Directory.CreateDirectory(_tree.Sysfs.Sys($"{Mdev}/net"));
        Assert.Equal(["its network interface is in another network namespace"], _tree.Find(Host(), MdevId));
    }

    [Fact]
    public void The_uplink_of_a_parent_that_is_merely_up_is_not_in_use()
    {
        var uplink = _tree.Netdev("eth0", Nic, isUp: true);
        _tree.Address(uplink, "fe80::1", isLinkLocal: true);
        Assert.Empty(_tree.Find(Host(), NicId));
    }

    [Theory]
    [InlineData("192.0.2.7", false)]
    [InlineData("169.254.1.1", true)]
    [InlineData("2001:db8::7", false)]
    public void The_uplink_of_a_parent_is_in_use_when_it_has_an_address(string address, bool isLinkLocal)
    {
        _tree.Address(_tree.Netdev("eth0", Nic), address, isLinkLocal);
        Assert.Equal([$"the network interface eth0 has the address {address}"], _tree.Find(Host(), NicId));
    }

    [Fact]
    public void The_uplink_of_a_parent_is_in_use_when_it_is_part_of_a_bond()
    {
        var bond = _tree.Netdev("bond0", "devices/virtual", isUp: true);
        _tree.Netdev("eth0", Nic, isUp: true, master: bond);
        Assert.Equal(["the network interface eth0 is part of bond0"], _tree.Find(Host(), NicId));
    }

    [Fact]
    public void A_representor_beneath_a_parent_is_not_its_uplink()
    {
        var representor = _tree.Netdev("rep0", Nic, isUp: true);
        _tree.Address(representor, "192.0.2.7");
        Assert.Empty(_tree.Find(Host(representor: ("rep0", representor)), NicId, MdevId));
    }

    [Fact]
    public void A_virtual_function_in_use_holds_its_parent()
    {
        _tree.Netdev("vf0", Function, isUp: true);
        _tree.Sysfs.Link($"{Function}/iommu_group", "kernel/iommu_groups/31");
        _tree.Process(812, "qemu", "/dev/vfio/31");
        var search = _tree.Search(Host(), NicId);
        Assert.Equal(["process 812 (qemu) has /dev/vfio/31 open", "the network interface vf0 is up"], search.Holders.Select(holder => holder.Words));
        Assert.All(search.Holders, holder => Assert.Equal(NicId, holder.Id));
        Assert.True(search.Holders[0].IsVfio);
    }

    [Fact]
    public void Names_the_processes_that_have_vdpa_and_RDMA_devices_open()
    {
        _tree.Sysfs.Link("bus/vdpa/devices/vdpa0", $"{Auxiliary}/vdpa0");
        Directory.CreateDirectory(_tree.Sysfs.Sys($"{Auxiliary}/vdpa0/vhost-vdpa-3"));
        _tree.Sysfs.Link("class/infiniband_verbs/uverbs1", $"{Auxiliary}/infiniband_verbs/uverbs1");
        _tree.Sysfs.Link("class/infiniband_verbs/uverbs2", $"{Mdev}/infiniband_verbs/uverbs2");
        _tree.Process(812, "qemu", "/dev/vhost-vdpa-3");
        _tree.Process(900, "ib_write_bw", "/dev/infiniband/uverbs1", "/dev/infiniband/uverbs2");
        var search = _tree.Search(Host(), Sf);
        Assert.Equal(
            ["process 812 (qemu) has /dev/vhost-vdpa-3 open", "process 900 (ib_write_bw) has /dev/infiniband/uverbs1 open"],
            search.Holders.Select(holder => holder.Words));
        Assert.DoesNotContain(search.Holders, holder => holder.IsVfio);
    }

    [RootFact]
    public void Says_when_a_process_could_not_be_looked_at()
    {
        _tree.Sysfs.Link("class/infiniband_verbs/uverbs1", $"{Auxiliary}/infiniband_verbs/uverbs1");
        _tree.Process(900, "ib_write_bw", "/dev/infiniband/uverbs1");
        Assert.True(_tree.Search(Host(), Sf).SawEveryProcess);
        _tree.Sysfs.ReadableByAll();
        Shell.Run("chmod", "500", Path.Combine(_tree.Sysfs.Root.Proc, "900/fd"));
        Unprivileged.Run(() => Assert.False(_tree.Search(Host(), Sf).SawEveryProcess));
    }

    private static ObservedMdev Observed() =>
        new() { Uuid = MdevUuid.Parse(Uuid), Parent = Handle.Address, Instance = 1, Type = new("local"), Driver = new("mlx5_core") };

    private static ObservedState Host((string Name, int Index)? representor = null, string? driver = null) => new()
    {
        Host = "node-7",
        Parents = [new() { Address = Handle.Address, Devlink = new() { Handle = Handle } }],
        SubDevices =
        [
            Observed(),
            new ObservedSubfunction
            {
                Subfunction = Sf,
                Parent = Handle.Address,
                Instance = 2,
                AuxiliaryDevice = "mlx5_core.sf.4",
                Driver = driver is null ? null : new(driver),
                Port = representor is var (name, index)
                    ? Port(32768) with { Netdev = name, Ifindex = (uint)index }
                    : Port(32768) with { Type = DevlinkPortType.NotSet },
            },
        ],
    };

    private static DevlinkPort Port(uint index) => new() { Device = Handle, Index = index, Type = DevlinkPortType.Eth, Flavour = DevlinkPortFlavour.PciSf };
}
