using System.Buffers;

namespace MdevDesired.KernelTests.Machines;

/// <summary>Bytes that the channel's reader appends while a test may look at them.</summary>
internal sealed class OutputBuffer
{
    private readonly Lock _lock = new();
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public void Append(byte[] bytes)
    {
        lock (_lock)
        {
            _bytes.Write(bytes);
        }
    }

    public byte[] ToArray()
    {
        lock (_lock)
        {
            return _bytes.WrittenSpan.ToArray();
        }
    }
}
