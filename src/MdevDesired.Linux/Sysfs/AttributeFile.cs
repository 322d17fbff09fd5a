using System.Text;
using MdevDesired.Applying;
using MdevDesired.Linux.Interop;
using MdevDesired.Model;

namespace MdevDesired.Linux.Sysfs;

/// <summary>Reads attributes beneath a folder, following no link: each is one open, one read(2) and one close.</summary>
/// <param name="folder">The folder beneath which they stand.</param>
/// <param name="buffer">
/// Where they are read to. sysfs gives an attribute whole in one read, of one page at most (fs/sysfs/file.c,
/// <c>sysfs_kf_seq_show</c>); pages have up to 64 KiB.
/// </param>
internal readonly ref struct AttributeFile(Folder folder, Span<byte> buffer)
{
    private readonly Span<byte> _buffer = buffer;

    /// <summary>Reads one attribute, whatever becomes of it.</summary>
    public ObservedAttribute Read(string path, AttributeName name)
    {
        using var file = folder.OpenFile(path, OpenFlags.Read, Resolve.NoLinks, out var errno);
        return file is not null ? Read(file, name) : Refused(path, name, errno);
    }

    /// <summary>The text of an attribute, or null when it cannot be read.</summary>
    public string? ReadText(string path) => Read(path, default(AttributeName)).Value;

    private ObservedAttribute Read(FileDescriptor file, AttributeName name)
    {
        var answer = file.Read(_buffer);
        if (answer.Errno is { } errno)
        {
            return FailedToRead(file, name, errno);
        }

        return answer.Value == _buffer.Length
            ? Unreadable(name, $"longer than {_buffer.Length - 1} bytes")
            : ObservedAttribute.Readable(name, Text(_buffer[..(int)answer.Value]));
    }

    private ObservedAttribute Refused(string path, AttributeName name, Errno errno)
    {
        // ENOTDIR: a file stands where the name has a folder.
        if (ErrnoMeaning.IsGone(errno) || errno == Errno.ENOTDIR)
        {
            return new ObservedAttribute(name, AttributeState.Absent, null);
        }

        // Without any read bit sysfs refuses root as well (fs/kernfs/file.c, KERNFS_ROOT_EXTRA_OPEN_PERM_CHECK).
        using var unopened = errno == Errno.EACCES ? folder.OpenFile(path, OpenFlags.Status, Resolve.NoLinks, out _) : null;
        return unopened is not null && !unopened.Status(out var status).Failed && !status.IsReadable
            ? new ObservedAttribute(name, AttributeState.WriteOnly, null)
            : Unreadable(name, errno.ToString());
    }

    // EIO is also the answer where the mode promises a read that the driver has no function for
    // (drivers/base/core.c, dev_attr_show).
    private static ObservedAttribute FailedToRead(FileDescriptor file, AttributeName name, Errno errno) => errno switch
    {
        _ when ErrnoMeaning.IsGone(errno) => new ObservedAttribute(name, AttributeState.Absent, null),
        Errno.EIO when !file.Status(out var status).Failed && status.IsWritable =>
            new ObservedAttribute(name, AttributeState.WriteOnly, null),
        _ => Unreadable(name, errno.ToString()),
    };

    private static ObservedAttribute Unreadable(AttributeName name, string problem) =>
        new(name, AttributeState.Unreadable, null) { Problem = problem };

    // Only the newline that ends the text is not part of it: white space before it may be.
    private static string Text(ReadOnlySpan<byte> bytes) =>
        Encoding.UTF8.GetString(bytes is [.. var text, (byte)'\n'] ? text : bytes);
}
