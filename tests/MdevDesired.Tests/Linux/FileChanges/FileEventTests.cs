using System.Buffers.Binary;
using System.Text;
using MdevDesired.Linux.FileChanges;
using Xunit;

namespace MdevDesired.Tests.Linux.FileChanges;

public class FileEventTests
{
    [Fact]
    public void Reads_names_of_any_length() => Assert.Equal(
        [new(1, 0x80, "a.yaml"), new(2, 0x400, ""), new(-1, 0x4000, "")],
        FileEvent.Parse([.. Bytes(1, 0x80, "a.yaml", 16), .. Bytes(2, 0x400, "", 0), .. Bytes(-1, 0x4000, "", 0)]));

    [Theory]
    [InlineData(uint.MaxValue)]
    [InlineData(17)]
    public void Ends_where_a_length_leads_beyond_the_bytes(uint length)
    {
        var bytes = Bytes(1, 0x80, "a.yaml", 16);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), length);
        Assert.Equal([], FileEvent.Parse(bytes));
    }

    [Fact]
    public void Ends_where_the_bytes_do()
    {
        var bytes = Bytes(1, 0x80, "a.yaml", 16);
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Equal([], FileEvent.Parse(bytes.AsSpan(0, length)));
        }
    }

    private static byte[] Bytes(int watch, uint mask, string name, int length)
    {
        var bytes = new byte[16 + length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, watch);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), mask);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), (uint)length);
        Encoding.UTF8.GetBytes(name, bytes.AsSpan(16));
        return bytes;
    }
}
