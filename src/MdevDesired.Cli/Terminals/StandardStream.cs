using MdevDesired.Applying;
using MdevDesired.Linux.Interop;

namespace MdevDesired.Cli.Terminals;

/// <summary>
/// One of the three streams that the process was started with. The console's own streams set up the terminal and start a thread for
/// its signals; a file stream keeps a position of its own, so that the next program would write over what this one wrote.
/// </summary>
/// <param name="number">Its descriptor.</param>
/// <param name="optional">Whether the program goes on where it takes no more: nothing is left to say that to.</param>
internal sealed class StandardStream(int number, bool optional = false) : Stream
{
    private readonly FileDescriptor _file = FileDescriptor.Given(number);
    private bool _isDeaf;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="IOException">The stream cannot be read; its HResult is errno.</exception>
    public override int Read(Span<byte> buffer) => (int)Checked(_file.Read(buffer));

    /// <summary>Writes everything; when the reader of a pipe is gone, nobody wants the rest and that is no error.</summary>
    /// <exception cref="IOException">The stream takes no more; its HResult is errno.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0 && !_isDeaf)
        {
            var answer = _file.Write(buffer);
            _isDeaf = answer.Errno == Errno.EPIPE || (optional && answer.Failed);
            buffer = _isDeaf ? default : buffer[(int)Checked(answer)..];
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static long Checked(Answer answer) =>
        answer.Errno is { } errno ? throw new IOException(errno.ToString(), (int)errno) : answer.Value;
}
