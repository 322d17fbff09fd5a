using System.Buffers;
using MdevDesired.Applying;

namespace MdevDesired.Linux.Interop;

/// <summary>Reads and writes ordinary files whole, in as many calls as it takes.</summary>
internal static class WholeFile
{
    private const int Step = 64 * 1024;

    // A ledger of 100,000 devices has some 30 MiB.
    private const int Longest = 64 * 1024 * 1024;

    /// <exception cref="KernelException">It could not be read, is no regular file, or has more than 64 MiB.</exception>
    public static byte[] Read(FileDescriptor file, string path)
    {
        // Others have no end, or make the reader wait.
        Require(file.Status(out var status), path);
        if (!status.IsRegularFile)
        {
            throw new KernelException("read as a regular file", path, Errno.EINVAL);
        }

        var text = new ArrayBufferWriter<byte>(Step);
        for (var answer = file.Read(text.GetSpan(Step)); Require(answer, path) > 0; answer = file.Read(text.GetSpan(Step)))
        {
            text.Advance((int)answer.Value);
            if (text.WrittenCount > Longest)
            {
                throw new KernelException("read", path, Errno.EFBIG);
            }
        }

        return text.WrittenSpan.ToArray();
    }

    /// <summary>Writes all of the text; the kernel's answer when it cannot.</summary>
    public static Errno? Write(FileDescriptor file, ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var answer = file.Write(text);
            if (answer.Failed)
            {
                return answer.Errno;
            }

            text = text[(int)answer.Value..];
        }

        return null;
    }

    private static long Require(Answer answer, string path) =>
        answer.Errno is { } errno ? throw new KernelException("read", path, errno) : answer.Value;
}
