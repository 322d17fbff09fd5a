namespace MdevDesired.Cli.Input;

/// <summary>Reads an input to its end, or to one byte more than an input may have: enough for the loader to refuse it.</summary>
internal static class SourceBytes
{
    /// <summary>How long a document may be, in bytes.</summary>
    public const int Limit = 16 * 1024 * 1024;
    private const int FirstBuffer = 16 * 1024;

    // The length of a pipe or of a file under /proc is not known before its end.
    public static ReadOnlyMemory<byte> Read(Stream stream, int limit)
    {
        var bytes = new byte[FirstBuffer];
        var length = 0;
        while (length <= limit && stream.Read(bytes, length, bytes.Length - length) is > 0 and var read)
        {
            length += read;
            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, bytes.Length * 2);
            }
        }

        return bytes.AsMemory(0, Math.Min(length, limit + 1));
    }
}
