using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Model.Simulated;

namespace MdevDesired.Tests.Doubles;

/// <summary>Words for small desired states and hosts: parents mtty (types mtty-1 and mtty-2 on one pool) and pci/0000:05:00.0.</summary>
internal static partial class Scene
{
    public static readonly ParentAddress Mtty = new(null, "mtty");
    public static readonly ParentAddress Nic = new("pci", "0000:05:00.0");

    public static MdevUuid Uuid(int number) => MdevUuid.Parse($"{number:x8}-0000-4000-8000-000000000000");

    public static MdevId Id(int number) => new(Uuid(number));

    public static DesiredMdev Mdev(int number, string type, string? driver = null, params string[] values) => new()
    {
        Document = "rack7",
        Name = $"dev-{number}",
        Span = new("rack7.yaml", new(number + 10, 11)),
        Uuid = Uuid(number),
        Type = new(type),
        Driver = driver switch { null => DesiredDriver.AsBound, "none" => DesiredDriver.None, _ => DesiredDriver.Named(new(driver)) },
        Params = values.Select(Value).ToEquatableArray(),
    };

    public static DesiredState Desired(params DesiredParent[] parents) => new(["rack7"], parents.OrderBy(parent => parent.Address).ToEquatableArray());

    public static DesiredParent Parent(ParentAddress address, params DesiredSubDevice[] devices) => new()
    {
        Address = address,
        Span = new("rack7.yaml", new(5, 7)),
        ListedBy = ["rack7"],
        ManagedBy = ["rack7"],
        SubDevices = devices.OrderBy(device => device.Id).ToEquatableArray(),
    };

    /// <summary>A host whose parents have room for 24 units of mtty and 8 of the NIC, without devices.</summary>
    public static HostSnapshot Host(bool bindsAfterCreation = false, bool writableWhileBound = true, params ObservedMdev[] mdevs) => new(
        new()
        {
            Host = "node-7",
            MdevDrivers = [new("mlx5_core"), new("mtty"), new("vfio_mdev")],
            Parents = [Offering(Mtty, "mtty-1", "mtty-2"), Offering(Nic, "mlx5_core-local")],
            SubDevices = mdevs.OrderBy(mdev => mdev.Uuid).ToEquatableArray<ObservedSubDevice>(),
        },
        Ledger.Empty,
        new(
        [
            new() { Device = Mtty, Pool = new(24, [new(new("mtty-2"), 2)]) },
            new()
            {
                Device = Nic,
                BindsAfterCreation = bindsAfterCreation,
                Attaches = bindsAfterCreation ? DesiredDriver.None : DesiredDriver.AsBound,
                Shortage = Shortage.EUSERS,
                Pool = new(8, []),
                Attributes =
                [
                    new() { Name = new("max_rq"), Initially = "1", WritableWhileBound = writableWhileBound },
                    new() { Name = new("num_ports"), Values = ["1", "2", "3", "4"], Initially = "1" },
                    new() { Name = new("secret"), Access = AttributeAccess.WriteOnly },
                    new() { Name = new("assign_queue"), Access = AttributeAccess.WriteOnly },
                    new() { Name = new("unassign_queue"), Access = AttributeAccess.WriteOnly },
                    new() { Name = new("queues"), Access = AttributeAccess.ReadOnly },
                ],
            },
        ]));

    public static ObservedMdev Existing(int number, ParentAddress parent, string type, string? driver = null) => new()
    {
        Uuid = Uuid(number),
        Parent = parent,
        Type = new(type),
        Driver = driver is null ? null : new(driver),
        Instance = (ulong)(1000 + number),
    };

    private static ObservedParent Offering(ParentAddress address, params string[] types) => new()
    {
        Address = address,
        MdevTypes = types.Select(type => new ObservedMdevType { Name = new(type), DeviceApi = "vfio-pci" }).ToEquatableArray(),
    };

    private static AttributeValue Value(string text) => new(new(text[..text.IndexOf('=')]), text[(text.IndexOf('=') + 1)..]);
}
