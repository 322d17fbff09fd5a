using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using Xunit;

namespace MdevDesired.Tests.Linux.Devlink;

public sealed class DevlinkHandleTests
{
    [Theory]
    [InlineData("pci/0000:05:00.0", "pci", "0000:05:00.0")]
    [InlineData("auxiliary/mlx5_core.sf.4", "auxiliary", "mlx5_core.sf.4")]
    public void Reads_what_it_writes(string text, string bus, string name)
    {
        var handle = DevlinkHandle.Parse(text);

        Assert.Equal((bus, name, text), (handle.Bus, handle.Name, handle.ToString()));
        Assert.Equal(ParentAddress.Parse(text), handle.Address);
    }

    [Theory]
    [InlineData("")]
    [InlineData("mtty")]
    [InlineData("/0000:05:00.0")]
    [InlineData("pci/")]
    [InlineData("pci/..")]
    [InlineData("../0000:05:00.0")]
    [InlineData("pci/0000:05:00.0/1")]
    [InlineData("pci/0000 05")]
    public void Refuses_what_names_no_instance(string text)
    {
        Assert.False(DevlinkHandle.TryParse(text, out _));
        Assert.Throws<FormatException>(() => DevlinkHandle.Parse(text));
    }

    [Fact]
    public void Stands_in_the_order_of_bus_and_name() => Assert.Equal(
        ["auxiliary/b", "pci/0000:05:00.0", "pci/0000:05:00.1"],
        new[] { "pci/0000:05:00.1", "auxiliary/b", "pci/0000:05:00.0" }
            .Select(DevlinkHandle.Parse).Order().Select(handle => $"{handle}"));
}
