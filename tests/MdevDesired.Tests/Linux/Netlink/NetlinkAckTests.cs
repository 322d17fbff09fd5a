using MdevDesired.Applying;
using MdevDesired.Linux.Netlink;
using Xunit;

namespace MdevDesired.Tests.Linux.Netlink;

public sealed class NetlinkAckTests
{
    [Fact]
    public void Takes_zero_for_success() => Assert.Equal(default, Read(Say.Ack(1)));

    [Fact]
    public void Reads_the_words_behind_a_capped_request()
    {
        var ack = Read(Say.Refusal(1, Errno.EOPNOTSUPP, "no subfunctions here", 28));

        Assert.Equal(new NetlinkAck(Errno.EOPNOTSUPP, "no subfunctions here", 28, null), ack);
    }

    [Fact]
    public void Reads_the_words_behind_a_whole_request_and_its_padding() =>
        Assert.Equal("why not", Read(Say.UncappedRefusal(1, Errno.EINVAL, "why not")).Message);

    [Fact]
    public void Reads_the_words_at_the_end_of_a_dump() =>
        Assert.Equal("firmware", Read(Say.DoneWithWords(1, Errno.EIO, "firmware")).Explanation);

    [Fact]
    public void Says_which_attribute_is_missing_when_the_kernel_has_no_words() =>
        Assert.Equal("the request lacks attribute 81", Read(Say.RefusalForWantOf(1, 81)).Explanation);

    [Theory]
    [InlineData("0000")]
    [InlineData("01000000")]
    [InlineData("00000080")]
    [InlineData("00f0ffff")]
    public void Refuses_an_ack_without_an_errno(string payload) => Assert.Throws<NetlinkProtocolException>(
        () => NetlinkAck.Read(new NetlinkMessage(
            new NetlinkHeader(20, NetlinkMessageType.Error, 0, 1, 0), Convert.FromHexString(payload))));

    [Theory]
    [InlineData(NetlinkFlag.AckAttributes | NetlinkFlag.Capped)]
    [InlineData(NetlinkFlag.AckAttributes)]
    public void Refuses_an_ack_that_lacks_its_request(ushort flags) => Assert.Throws<NetlinkProtocolException>(
        () => NetlinkAck.Read(new NetlinkMessage(
            new NetlinkHeader(24, NetlinkMessageType.Error, flags, 1, 0), Convert.FromHexString("eaffffff10000000"))));

    [Fact]
    public void Refuses_an_ack_whose_request_is_longer_than_it() => Assert.Throws<NetlinkProtocolException>(
        () => NetlinkAck.Read(new NetlinkMessage(
            new NetlinkHeader(36, NetlinkMessageType.Error, NetlinkFlag.AckAttributes, 1, 0),
            Convert.FromHexString("eaffffff" + "ff000000100000000100000000000000"))));

    private static NetlinkAck Read(byte[] bytes) => NetlinkAck.Read(NetlinkMessage.Read(bytes));
}
