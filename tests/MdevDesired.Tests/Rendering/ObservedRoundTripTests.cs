using System.Text;
using CsCheck;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Simulated;
using MdevDesired.Rendering.Observations;
using MdevDesired.Rendering.Trees;
using MdevDesired.Simulation.Snapshots;
using MdevDesired.Tests.Doubles;
using Xunit;

namespace MdevDesired.Tests.Rendering;

/// <summary>What is written of a host reads back as the same host.</summary>
public class ObservedRoundTripTests
{
    private static readonly string[] Tricky = ["", "true", "8", "~", "no", "a: b", "1e3", "0x10"];

    private static readonly Gen<string> Texts = Gen.OneOf(Gen.String, Gen.Int[0, Tricky.Length - 1].Select(index => Tricky[index]));

    private static readonly Gen<DevlinkParamValue> Values = Gen.OneOf<DevlinkParamValue>(
        Gen.Bool.Select(value => (DevlinkParamValue)new DevlinkBoolean(value)),
        Texts.Where(text => !text.Any(char.IsSurrogate)).Select(text => (DevlinkParamValue)new DevlinkText(text)),
        Gen.ULong.Select(value => (DevlinkParamValue)new DevlinkNumber(DevlinkParamType.U64, value)),
        Gen.Byte.Select(value => (DevlinkParamValue)new DevlinkNumber(DevlinkParamType.U8, value)),
        Gen.Const((DevlinkParamValue)new DevlinkUnknownValue((DevlinkParamType)42)));

    private static readonly Gen<DevlinkParam> Params =
        from name in Gen.Int[0, 999]
        from generic in Gen.Bool
        from value in Values
        from cmode in Gen.Int[0, 3]
        select new DevlinkParam(Scene.NicHandle, $"param_{name}", generic, value.Type, [new((DevlinkParamCmode)cmode, value)]);

    private static readonly Gen<DevlinkPortFunction?> Functions =
        from there in Gen.Bool
        from state in Gen.Int[0, 3]
        from roce in Gen.Bool.Nullable()
        from queues in Gen.UInt.Nullable()
        from bytes in Gen.Byte.Array[1, 20]
        from device in Gen.Bool
        select !there ? null : new DevlinkPortFunction
        {
            HwAddr = HardwareAddress.TryCreate(bytes, out var address) ? address : null,
            State = (DevlinkFunctionState)state,
            Opstate = (DevlinkFunctionOpstate)state,
            Roce = roce,
            Migratable = roce,
            MaxIoEqs = queues,
            Device = device ? new("auxiliary", "mlx5_core.sf.7") : null,
        };

    private static readonly Gen<DevlinkPort> Ports =
        from index in Gen.UInt
        from type in Gen.Int[0, 4]
        from flavour in Gen.Int[0, 9].Nullable()
        from number in Gen.UInt.Nullable()
        from pf in Gen.UShort.Nullable()
        from flag in Gen.Bool.Nullable()
        from function in Functions
        select new DevlinkPort
        {
            Device = Scene.NicHandle,
            Index = index,
            Type = (DevlinkPortType)type,
            DesiredType = flag is null ? null : DevlinkPortType.Auto,
            Flavour = (DevlinkPortFlavour?)flavour,
            Number = number,
            Controller = number,
            PfNumber = pf,
            VfNumber = pf,
            SfNumber = number,
            External = flag,
            Netdev = flag is null ? null : "eth0",
            Ifindex = number,
            NetdevIsUp = flag,
            Ibdev = flag is null ? null : "mlx5_0",
            Function = function,
        };

    private static readonly Gen<ObservedDevlink> Instances =
        from @params in Params.Array[0, 5]
        from ports in Ports.Array[0, 4]
        from failed in Gen.Bool
        from mode in Gen.Int[0, 3].Nullable()
        select new ObservedDevlink
        {
            Handle = Scene.NicHandle,
            ReloadFailed = failed,
            Eswitch = (DevlinkEswitchMode?)mode,
            EswitchProblem = mode is null && failed ? "EPERM" : null,
            Params = @params.DistinctBy(param => param.Name).OrderBy(param => param.Name, StringComparer.Ordinal).ToEquatableArray(),
            Ports = ports.DistinctBy(port => port.Index).OrderBy(port => port.Index).ToEquatableArray(),
        };

    [Theory]
    [InlineData("Json")]
    [InlineData("Yaml")]
    public void A_host_with_mediated_devices(string syntax) => AssertReadsBack(Samples.Snapshot(), Enum.Parse<TreeSyntax>(syntax));

    [Theory]
    [InlineData("Json")]
    [InlineData("Yaml")]
    public void A_host_with_devlink(string syntax) => AssertReadsBack(Samples.Devlink(), Enum.Parse<TreeSyntax>(syntax));

    [Fact]
    public void A_host_without_devlink()
    {
        var snapshot = Samples.Snapshot();
        AssertReadsBack(snapshot with { Observed = snapshot.Observed with { HasDevlink = false } }, TreeSyntax.Yaml);
    }

    [Theory]
    [InlineData("Json")]
    [InlineData("Yaml")]
    public void Every_kind_of_holder(string syntax)
    {
        var snapshot = Samples.Devlink();
        var id = Scene.Sf(98);
        AssertReadsBack(
            snapshot with
            {
                Observed = snapshot.Observed with
                {
                    SawEveryProcess = false,
                    Holders = HolderSearch.Ordered(
                    [
                        new ProcessHolder(id, 812, "qemu", "/dev/vhost-vdpa-3"), NetdevHolder.Up(id, "eth4"),
                        NetdevHolder.PartOf(id, "rep98", "br0") with { IsRepresentor = true }, new NamespaceHolder(id, "its devlink instance"),
                        NetdevHolder.Addressed(Scene.NicId, "eth0", "192.0.2.7"),
                    ]),
                },
            },
            Enum.Parse<TreeSyntax>(syntax));
    }

    [Fact]
    public void The_rules_of_subfunctions()
    {
        var snapshot = Samples.Devlink();
        var rules = snapshot.Rules.Parents[1] with
        {
            Subfunctions = new() { Controllers = [1, 7], Instance = new(new("vdpa"), Mlx5Instance.Rules.Params, [DevlinkPortType.Ib, DevlinkPortType.Eth]) },
        };
        AssertReadsBack(snapshot with { Rules = new([rules]) }, TreeSyntax.Yaml);
    }

    [Fact]
    public void Any_instance() => Gen.Select(Instances, Instances).Sample((first, second) =>
    {
        var host = Scene.Switch();
        var subfunction = Scene.ExistingSubfunction(98) with { AuxiliaryDevice = "mlx5_core.sf.3", Devlink = second };
        AssertReadsBack(
            host with
            {
                Observed = host.Observed with
                {
                    Parents = [host.Observed.Parents[0], host.Observed.Parents[1] with { Devlink = first }],
                    SubDevices = [subfunction],
                },
            },
            TreeSyntax.Yaml);
    }, iter: 200);

    private static void AssertReadsBack(HostSnapshot snapshot, TreeSyntax syntax)
    {
        var text = ObservedStateDocument.Render(syntax, snapshot);
        var reading = SnapshotReader.Read(new("snapshot", Encoding.UTF8.GetBytes(text)));
        Assert.Equal([], reading.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        Assert.Equal(snapshot, reading.Snapshot);
    }
}
