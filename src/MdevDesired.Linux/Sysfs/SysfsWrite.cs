using System.Text;
using MdevDesired.Applying;
using MdevDesired.Linux.Interop;

namespace MdevDesired.Linux.Sysfs;

/// <summary>One write to a file of sysfs: the text and a newline, in one write(2).</summary>
/// <param name="Path">The file, beneath /sys.</param>
/// <param name="Text">What is written, without the newline.</param>
/// <param name="Links">Which links the path may lead through.</param>
internal sealed record SysfsWrite(string Path, string Text, Resolve Links = Resolve.LinksBeneath)
{
    /// <summary>Opens, writes, closes; returns when the kernel has done what the write asks for.</summary>
    /// <exception cref="KernelException">The kernel refused, or took only a part of the text.</exception>
    public void Perform(Folder sys)
    {
        using var file = sys.OpenFile(Path, OpenFlags.Write, Links, out var errno);
        if (file is null)
        {
            throw Refusal(sys, errno);
        }

        var text = Encoding.UTF8.GetBytes(Text + "\n");
        var answer = file.Write(text);
        if (answer.Errno is { } refused)
        {
            throw Refusal(sys, refused);
        }

        if (answer.Value != text.Length)
        {
            throw new KernelException($"write \"{Text}\" ({answer.Value} of {text.Length} bytes taken)", sys.PathOf(Path), Errno.EIO);
        }
    }

    private KernelException Refusal(Folder sys, Errno errno) => new($"write \"{Text}\"", sys.PathOf(Path), errno);
}
