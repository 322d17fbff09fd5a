using System.IO.Pipes;
using MdevDesired.Cli.Terminals;
using Xunit;

namespace MdevDesired.Tests.Cli;

public class StandardStreamTests
{
    private const int NoSpace = 28;

    [Fact]
    public void Reads_to_the_end_what_is_written()
    {
        using var writing = new AnonymousPipeServerStream(PipeDirection.Out);
        using var reading = new AnonymousPipeClientStream(PipeDirection.In, writing.ClientSafePipeHandle);
        using (var text = new StreamWriter(Stream(writing.SafePipeHandle)))
        {
            text.Write("naïve\n");
        }

        writing.Dispose();
        using var reader = new StreamReader(Stream(reading.SafePipeHandle));
        Assert.Equal("naïve\n", reader.ReadToEnd());
    }

    [Fact]
    public void A_reader_that_is_gone_is_no_error()
    {
        using var writing = new AnonymousPipeServerStream(PipeDirection.Out);
        writing.DisposeLocalCopyOfClientHandle();
        using var stream = Stream(writing.SafePipeHandle);
        stream.Write("nobody reads this"u8);
        stream.Write("nor this"u8);
    }

    [Fact]
    public void A_full_device_is_an_error_with_its_errno()
    {
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        using var stream = Stream(full.SafeFileHandle);
        Assert.Equal(NoSpace, Assert.Throws<IOException>(() => stream.Write("x"u8)).HResult);
    }

    private static StandardStream Stream(System.Runtime.InteropServices.SafeHandle handle) => new((int)handle.DangerousGetHandle());
}
