using MdevDesired.Model.Devlink;
using Xunit;

namespace MdevDesired.Tests.Linux.Devlink;

public sealed class HardwareAddressTests
{
    [Fact]
    public void Compares_without_case()
    {
        Assert.Equal(HardwareAddress.Parse("0a:0b:0c:0d:0e:0f"), HardwareAddress.Parse("0A:0B:0C:0D:0E:0F"));
        Assert.Equal("0a:0b:0c:0d:0e:0f", HardwareAddress.Parse("0A:0B:0C:0D:0E:0F").ToString());
    }

    [Fact]
    public void Is_its_bytes()
    {
        byte[] bytes = [0, 0, 0, 0, 0x88, 0x88];

        Assert.True(HardwareAddress.TryCreate(bytes, out var address));
        Assert.Equal("00:00:00:00:88:88", address.ToString());
        Assert.Equal(bytes, address.ToBytes());
    }

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("00:00:00:00:88:8")]
    [InlineData("00:00:00:00:88:888")]
    [InlineData("00-00-00-00-88-88")]
    [InlineData("00:00:00:00:88:8g")]
    [InlineData(" 0:00:00:00:88:88")]
    public void Refuses_what_is_no_address(string text)
    {
        Assert.False(HardwareAddress.TryParse(text, out _));
        Assert.Throws<FormatException>(() => HardwareAddress.Parse(text));
    }

    [Fact]
    public void Is_no_longer_than_a_link_can_have() => Assert.False(HardwareAddress.TryCreate(new byte[33], out _));
}
