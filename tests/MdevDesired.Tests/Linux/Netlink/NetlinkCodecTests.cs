using System.Text;
using CsCheck;
using MdevDesired.Linux.Netlink;
using Xunit;

namespace MdevDesired.Tests.Linux.Netlink;

public sealed class NetlinkCodecTests
{
    [Fact]
    public void Writes_what_the_kernel_expects_byte_for_byte()
    {
        var request = new NetlinkWriter(0x15, NetlinkFlag.Request | NetlinkFlag.Ack)
            .Header(new GenericHeader(8, 1))
            .PutText(1, "pci")
            .Put(3, 7u)
            .PutNested(145, function => function.Put<byte>(2, 1))
            .PutFlag(86);

        const string Expected =
            "34000000" + "1500" + "0500" + "09000000" + "00000000" +
            "08010000" +
            "0800" + "0100" + "70636900" +
            "0800" + "0300" + "07000000" +
            "0c00" + "9180" + "0500" + "0200" + "01000000" +
            "0400" + "5600";
        Assert.Equal(Expected, Convert.ToHexStringLower(request.Finish(9)));
    }

    [Fact]
    public void Reads_back_what_was_written() => Gen.Select(
        Gen.UShort[1, NetlinkAttribute.TypeMask], Gen.Byte.Array[0, 300], Gen.UInt).Sample((type, bytes, number) =>
        {
            var written = new NetlinkWriter(0x10, 0).Put(type, bytes)
                .PutNested(type, nested => nested.Put((ushort)1, number).Put((ushort)2, bytes)).Finish(1);
            var attributes = NetlinkMessage.Read(written).Attributes(0);
            var count = 0;
            foreach (var attribute in attributes)
            {
                Assert.Equal(type, attribute.Type);
                Assert.True(count++ == 0
                    ? attribute.Value.SequenceEqual(bytes)
                    : attribute.Nested.Required<uint>(1) == number && attribute.Nested.TryFind(2, out var inner)
                        && inner.Value.SequenceEqual(bytes));
            }

            Assert.Equal(2, count);
        });

    [Fact]
    public void Reads_several_messages_of_one_datagram()
    {
        byte[] datagram = [.. Say.Entry(1, 5), .. Say.Entry(1, 6), .. Say.Done(1)];
        var types = new List<ushort>();

        foreach (var message in new NetlinkMessages(datagram))
        {
            types.Add(message.Header.Type);
        }

        Assert.Equal([Say.EntryType, Say.EntryType, NetlinkMessageType.Done], types);
    }

    [Fact]
    public void Ends_a_text_at_its_NUL_or_where_the_value_ends()
    {
        Assert.Equal("abc", new NetlinkAttribute(1, "abc\0def"u8).Text);
        Assert.Equal("abc", new NetlinkAttribute(1, "abc"u8).Text);
        Assert.Equal("", new NetlinkAttribute(1, []).Text);
        Assert.Equal("Größe", new NetlinkAttribute(1, Encoding.UTF8.GetBytes("Größe")).Text);
    }

    [Fact]
    public void Masks_the_bits_that_say_how_an_attribute_is_packed() =>
        Assert.Equal(3, NetlinkAttribute.Read([4, 0, 3, 0x80]).Type | NetlinkAttribute.Read([4, 0, 3, 0x40]).Type);

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("040001")]
    [InlineData("03000100")]
    [InlineData("00000100")]
    [InlineData("09000100ffffffff")]
    [InlineData("ffff0100ffffffff")]
    public void Refuses_an_attribute_whose_length_does_not_fit(string hex) =>
        Assert.Throws<NetlinkProtocolException>(() => NetlinkAttribute.Read(Convert.FromHexString(hex)).Type);

    [Theory]
    [InlineData("")]
    [InlineData("100000001000000001000000000000")]
    [InlineData("0f000000100000000100000000000000")]
    [InlineData("11000000100000000100000000000000")]
    [InlineData("ffffffff100000000100000000000000")]
    [InlineData("00000080100000000100000000000000")]
    public void Refuses_a_message_whose_length_does_not_fit(string hex) =>
        Assert.Throws<NetlinkProtocolException>(() => NetlinkMessage.Read(Convert.FromHexString(hex)).Header);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void Refuses_a_number_of_another_size(int length) => Assert.Throws<NetlinkProtocolException>(
        () => new NetlinkAttribute(1, new byte[length]).Number<uint>());

    [Fact]
    public void Refuses_to_write_what_no_attribute_can_hold()
    {
        var writer = new NetlinkWriter(0x10, 0);

        Assert.Throws<NetlinkProtocolException>(() => writer.Put(1, new byte[65532]));
        Assert.Throws<NetlinkProtocolException>(
            () => writer.PutNested(1, nested => nested.Put(2, new byte[40000]).Put(2, new byte[40000])));
    }

    [Fact]
    public void Knows_a_bit_only_when_it_is_selected()
    {
        var bits = default(Bitfield32).With(0, false).With(1, true).With(2, null);

        Assert.Equal(new Bitfield32(0b10, 0b11), bits);
        Assert.Equal((false, true, null), (bits[0], bits[1], bits[2]));
    }
}
