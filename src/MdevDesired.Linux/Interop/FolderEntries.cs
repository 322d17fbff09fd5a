using System.Buffers.Binary;
using MdevDesired.Applying;

namespace MdevDesired.Linux.Interop;

/// <summary>
/// Walks the names in a folder with one getdents64(2) per buffer. Ends early, without error, when the folder goes away meanwhile.
/// </summary>
internal ref struct FolderEntries(Folder folder, Span<byte> buffer)
{
    // struct linux_dirent64 (include/linux/dirent.h): u64 d_ino, s64 d_off, u16 d_reclen, u8 d_type, char d_name[].
    private const int LengthOffset = 16;
    private const int TypeOffset = 18;
    private const int NameOffset = 19;

    private readonly Span<byte> _buffer = buffer;
    private ReadOnlySpan<byte> _rest;

    public FolderEntry Current { get; private set; }

    public readonly FolderEntries GetEnumerator() => this;

    /// <exception cref="KernelException">The folder could not be read, or what came is no list of entries.</exception>
    public bool MoveNext()
    {
        do
        {
            if (_rest.IsEmpty && !Fill())
            {
                return false;
            }

            Current = Next();
        }
        while (Current.Name is [(byte)'.'] or [(byte)'.', (byte)'.']);
        return true;
    }

    private bool Fill()
    {
        var answer = folder.Descriptor.List(_buffer);
        if (answer.Errno is { } errno && !ErrnoMeaning.IsGone(errno))
        {
            throw new KernelException("list", folder.Path, errno);
        }

        _rest = answer.Failed ? [] : _buffer[..(int)answer.Value];
        return !_rest.IsEmpty;
    }

    private FolderEntry Next()
    {
        var length = _rest.Length > NameOffset ? BinaryPrimitives.ReadUInt16LittleEndian(_rest[LengthOffset..]) : 0;
        if (length <= NameOffset || length > _rest.Length)
        {
            throw new KernelException("list", folder.Path, Errno.EIO);
        }

        var entry = _rest[..length];
        _rest = _rest[length..];
        var name = entry[NameOffset..];
        var end = name.IndexOf((byte)0);
        return new FolderEntry(end < 0 ? name : name[..end], BinaryPrimitives.ReadUInt64LittleEndian(entry), entry[TypeOffset]);
    }
}
