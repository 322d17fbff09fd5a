using System.Buffers.Binary;

namespace MdevDesired.KernelTests.Machines;

/// <summary>One message on the command channel; tests/kernel/agent/frame.h has the other side.</summary>
internal readonly record struct Frame(uint Id, FrameKind Kind, byte[] Payload)
{
    private const int HeaderLength = 12;

    public byte[] ToBytes()
    {
        var bytes = new byte[HeaderLength + Payload.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Id);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)Kind);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Payload.Length);
        Payload.CopyTo(bytes, HeaderLength);
        return bytes;
    }

    /// <summary>Reads the next frame; null when the machine has closed the channel.</summary>
    public static async Task<Frame?> ReadAsync(Stream stream)
    {
        var header = new byte[HeaderLength];
        if (await stream.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
        {
            return null;
        }

        var payload = new byte[BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(8))];
        if (await stream.ReadAtLeastAsync(payload, payload.Length, throwOnEndOfStream: false) < payload.Length)
        {
            return null;
        }

        var kind = (FrameKind)BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4));
        return new Frame(BinaryPrimitives.ReadUInt32LittleEndian(header), kind, payload);
    }
}
