using System.Runtime.Versioning;
using MdevDesired.Linux.Sysfs;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using Xunit;

namespace MdevDesired.Tests.Linux.Sysfs;

[SupportedOSPlatform("linux")]
public sealed class AttributeReadingTests : IDisposable
{
    private const string Pci = "0000:05:00.0";
    private const string Uuid = "69ea1551-d054-46e9-974d-8edae8f0aefe";

    private readonly FakeSysfs _sysfs = new FakeSysfs().WithParent("pci", Pci).WithType(Pci, "a", 4).WithMdev(Pci, Uuid, "a");

    [Theory]
    [InlineData("8\n", "8")]
    [InlineData("8", "8")]
    [InlineData("", "")]
    [InlineData("\n", "")]
    [InlineData(" 8 \n", " 8 ")]
    [InlineData("05.0004\n05.00ab\n\n", "05.0004\n05.00ab\n")]
    [InlineData("red \u001b[31m and \0\n", "red \u001b[31m and \0")]
    public void The_value_is_the_text_without_its_last_newline(string text, string value)
    {
        _sysfs.WithAttribute(Pci, Uuid, "matrix", text);

        Assert.Equal(ObservedAttribute.Readable(new("matrix"), value), Read("matrix"));
    }

    [Fact]
    public void Bytes_that_are_no_text_do_not_stop_the_reader()
    {
        File.WriteAllBytes(_sysfs.Sys($"bus/mdev/devices/{Uuid}/x"), [0xff, 0xfe, (byte)'\n']);

        Assert.Equal("\ufffd\ufffd", Read("x").Value);
    }

    [Fact]
    public void Attributes_come_in_order_each_once()
    {
        _sysfs.WithAttribute(Pci, Uuid, "b", "2").WithAttribute(Pci, Uuid, "a", "1").WithAttribute(Pci, Uuid, "nvidia/vgpu_params", "3");

        Assert.Equal(["a=1", "b=2", "nvidia/vgpu_params=3"], ReadAll("b", "nvidia/vgpu_params", "a", "b").Select(read => $"{read.Name}={read.Value}"));
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("missing/deep")]
    [InlineData("remove/deep")]
    public void What_the_device_does_not_have_is_absent(string name) => Assert.Equal(AttributeState.Absent, Read(name).State);

    [Fact]
    public void A_text_as_long_as_the_largest_page_is_read()
    {
        _sysfs.WithAttribute(Pci, Uuid, "long", new string('x', 65536));

        Assert.Equal(65536, Read("long").Value!.Length);
    }

    [Fact]
    public void A_longer_text_is_unreadable_and_says_so()
    {
        _sysfs.WithAttribute(Pci, Uuid, "long", new string('x', 65537));

        Assert.Equal((AttributeState.Unreadable, "longer than 65536 bytes"), (Read("long").State, Read("long").Problem));
    }

    [Theory]
    [InlineData("mdev_type/available_instances")]
    [InlineData("subsystem/drivers_probe")]
    [InlineData("driver")]
    public void A_way_through_a_link_is_refused(string name)
    {
        _sysfs.Link($"bus/mdev/devices/{Uuid}/driver", "bus/mdev");

        Assert.Equal((AttributeState.Unreadable, "ELOOP"), (Read(name).State, Read(name).Problem));
    }

    [Fact]
    public void A_folder_is_unreadable()
    {
        _sysfs.WithAttribute(Pci, Uuid, "nvidia/vgpu_params", "3");

        Assert.Equal((AttributeState.Unreadable, "EISDIR"), (Read("nvidia").State, Read("nvidia").Problem));
    }

    [RootFact]
    public void What_no_mode_lets_anyone_read_is_write_only()
    {
        _sysfs.WithAttribute(Pci, Uuid, "assign_adapter", "").ReadableByAll();
        File.SetUnixFileMode(_sysfs.Sys($"bus/mdev/devices/{Uuid}/assign_adapter"), UnixFileMode.UserWrite);

        Unprivileged.Run(() => Assert.Equal(AttributeState.WriteOnly, Read("assign_adapter").State));
    }

    [RootFact]
    public void What_only_root_may_read_is_unreadable_for_others()
    {
        _sysfs.WithAttribute(Pci, Uuid, "secret", "").ReadableByAll();
        File.SetUnixFileMode(_sysfs.Sys($"bus/mdev/devices/{Uuid}/secret"), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Unprivileged.Run(() => Assert.Equal((AttributeState.Unreadable, "EACCES"), (Read("secret").State, Read("secret").Problem)));
    }

    [RootFact]
    public void A_planted_pipe_does_not_make_the_reader_wait()
    {
        Shell.Run("mkfifo", _sysfs.Sys($"bus/mdev/devices/{Uuid}/pipe"));

        Assert.Equal("", Read("pipe").Value);
    }

    public void Dispose() => _sysfs.Dispose();

    private ObservedAttribute Read(string name) => ReadAll(name).Single();

    private EquatableArray<ObservedAttribute> ReadAll(params string[] names)
    {
        var id = MdevId.Parse(Uuid);
        var wanted = new Dictionary<DeviceId, IReadOnlyCollection<AttributeName>>
        {
            [id] = [.. names.Select(name => new AttributeName(name))],
        };
        using var host = new SysfsHost(_sysfs.Root);
        return ((ObservedMdev)host.Observe(new ObservationScope([], wanted)).SubDevices.Single()).Attributes;
    }
}
