using System.Buffers.Binary;
using System.Text;

namespace MdevDesired.Linux.FileChanges;

/// <summary>What became of an entry of a watched folder (<c>struct inotify_event</c>, inotify(7)).</summary>
/// <param name="Watch">The number of the watch; -1 where the kernel dropped events.</param>
/// <param name="Mask">What happened.</param>
/// <param name="Name">The entry's name; empty for the folder itself.</param>
internal readonly record struct FileEvent(int Watch, uint Mask, string Name)
{
    private const int HeaderSize = 16;

    /// <summary>The events of one read(2), in order. A length that leads beyond the bytes ends them.</summary>
    public static IReadOnlyList<FileEvent> Parse(ReadOnlySpan<byte> bytes)
    {
        var events = new List<FileEvent>();
        while (bytes.Length >= HeaderSize && NameLength(bytes) is var length && length <= (uint)(bytes.Length - HeaderSize))
        {
            var name = bytes.Slice(HeaderSize, (int)length);
            events.Add(new(BinaryPrimitives.ReadInt32LittleEndian(bytes), BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]), Text(name)));
            bytes = bytes[(HeaderSize + (int)length)..];
        }

        return events;
    }

    private static uint NameLength(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]);

    // Padded with NUL to a multiple of the header's alignment.
    private static string Text(ReadOnlySpan<byte> name) => Encoding.UTF8.GetString(name.IndexOf((byte)0) is var end and >= 0 ? name[..end] : name);
}
