using MdevDesired.Applying;

namespace MdevDesired.Tests.Applying.Faults;

/// <summary>What the kernel may answer.</summary>
internal static class Errors
{
    public static readonly Errno[] All =
    [
        Errno.EPERM, Errno.ENOENT, Errno.EIO, Errno.EAGAIN, Errno.ENOMEM, Errno.EACCES, Errno.EBUSY, Errno.EEXIST, Errno.ENODEV,
        Errno.EINVAL, Errno.ENOSPC, Errno.EUSERS, Errno.EOPNOTSUPP, Errno.ETIMEDOUT, Errno.EADDRINUSE, Errno.EADDRNOTAVAIL,
    ];

    /// <summary>Those on which something hinges, and one on which nothing does.</summary>
    public static readonly Errno[] Telling = [Errno.EIO, Errno.EBUSY, Errno.ENODEV, Errno.ENOENT];
}
