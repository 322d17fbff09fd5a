using System.Text;
using MdevDesired.Applying;
using MdevDesired.Linux.Interop;

namespace MdevDesired.Linux;

/// <summary>The name by which documents choose their hosts.</summary>
internal static class HostName
{
    private const int Longest = 4096;

    /// <summary>
    /// The kernel's node name, whole, with its domain when it has one. Under <c>--root</c> it is the first name in
    /// <c>etc/hostname</c> (hostname(5)) there, if that can be read: the folder stands for another host.
    /// </summary>
    /// <exception cref="KernelException">The kernel gave no name.</exception>
    public static string Of(HostRoot root) => (root.IsRunningHost ? null : FromFile(root)) ?? FromKernel();

    private static string? FromFile(HostRoot root)
    {
        using var etc = Folder.Open(root.Etc);
        using var file = etc?.OpenFile("hostname", OpenFlags.Read, Resolve.LinksBeneath, out _);
        Span<byte> text = stackalloc byte[Longest];
        var answer = file?.Read(text) ?? default;
        return answer.Failed ? null : FirstName(Encoding.UTF8.GetString(text[..(int)answer.Value]));
    }

    private static string? FirstName(string text) =>
        text.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0 && line[0] != '#');

    private static string FromKernel()
    {
        Span<byte> name = stackalloc byte[Longest];
        var answer = Answer.Of(Libc.GetHostName(name, (nuint)name.Length));
        return answer.Errno is { } errno
            ? throw new KernelException("ask for the name", "gethostname", errno)
            : Encoding.UTF8.GetString(name[..name.IndexOf((byte)0)]);
    }
}
