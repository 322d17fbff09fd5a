using MdevDesired.Applying;

namespace MdevDesired.Linux.Netlink;

/// <summary>What is being asked of the kernel, for its refusal.</summary>
/// <param name="Operation">As <c>devlink port add</c>.</param>
/// <param name="Target">The rest of the command line, as <c>pci/0000:05:00.0 flavour pcisf pfnum 0 sfnum 88</c>.</param>
internal readonly record struct NetlinkAttempt(string Operation, string Target)
{
    public KernelException Refused(Errno errno, string? explanation = null) => new(Operation, Target, errno, explanation);

    /// <summary>The kernel's answer was no netlink.</summary>
    public KernelException Misunderstood(NetlinkProtocolException exception) => Refused(Errno.EPROTO, exception.Message);

    /// <exception cref="KernelException">There is an error.</exception>
    public void Check(Errno? errno, string? explanation = null)
    {
        if (errno is { } refusal)
        {
            throw Refused(refusal, explanation);
        }
    }
}
