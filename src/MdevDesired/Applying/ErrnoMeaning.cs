using MdevDesired.Model.Mdevs;
using MdevDesired.Planning;
using MdevDesired.Planning.Mdevs;

namespace MdevDesired.Applying;

/// <summary>What an error of the kernel means: the one place where that is decided.</summary>
internal static partial class ErrnoMeaning
{
    /// <summary>Whether what was asked for is not there, or went away meanwhile.</summary>
    public static bool IsGone(Errno errno) => errno is Errno.ENOENT or Errno.ENODEV or Errno.ENXIO;

    /// <summary>
    /// The fallback that answers a refusal, or null: the mdev bus binds nothing after creation (drivers/vfio/mdev/mdev_driver.c,
    /// <c>mdev_match</c> answers 0 from about Linux 5.14, and bind then ENODEV), or the driver keeps an attribute of a bound device.
    /// </summary>
    public static FallbackTrigger? Trigger(PlanAction action, Errno errno) => (action, errno) switch
    {
        (WriteAttribute, Errno.EBUSY) => FallbackTrigger.AttributeBusy,
        (Bind, Errno.ENODEV) => FallbackTrigger.BindRefused,
        _ => null,
    };

    /// <summary>A sentence without a full stop on the likely cause and the cure, or null when neither is known.</summary>
    public static string? Hint(PlanAction action, Errno errno) => action switch
    {
        CreateMdev => HintForCreate(errno),
        RemoveMdev => HintForRemove(errno),
        WriteAttribute => HintForWrite(errno),
        Bind { Id: MdevId } => HintForBind(errno),
        Unbind => HintForUnbind(errno),
        _ => HintForDevlink(action, errno),
    } ?? Hint(errno);

    /// <summary>The same for what is no action.</summary>
    public static string? Hint(Errno errno) => errno switch
    {
        Errno.EACCES or Errno.EPERM => "run as root",
        Errno.EROFS => "the file system is mounted read-only, as /sys is in most containers",
        Errno.ENOSPC or Errno.EDQUOT => "the file system is full",
        Errno.ENOSYS => "this kernel lacks the system call; openat2 came with Linux 5.6, and some sandboxes hide it",
        Errno.EMFILE or Errno.ENFILE => "too many files are open: raise the limit (ulimit -n)",
        Errno.ENOMEM => "the kernel has no memory left",
        Errno.ESTALE => "somebody else made the device again meanwhile, and it is theirs: plan again",
        Errno.ELOOP => "a symbolic link stands where a file or folder of this program belongs",
        _ => null,
    };

    private static string? HintForCreate(Errno errno) => errno switch
    {
        Errno.EEXIST => "a device of this UUID exists on the host, perhaps on another parent",
        Errno.EUSERS or Errno.ENOSPC => "the parent has no instance of this type left",
        Errno.EPERM => "run as root; as root, some drivers say so when no instance of this type is left",
        Errno.EINVAL => "some drivers say so when no instance of this type is left",
        Errno.ENODEV => "the parent is going away",
        Errno.ENOENT => "the parent is gone, or does not offer this type any more",
        _ => null,
    };

    private static string? HintForRemove(Errno errno) => errno switch
    {
        Errno.EBUSY => "a process holds the device open",
        Errno.EAGAIN => "somebody else is removing the device at this moment",
        Errno.ENOENT or Errno.ENODEV => "the device is already gone",
        _ => null,
    };

    private static string? HintForWrite(Errno errno) => errno switch
    {
        Errno.EBUSY => "the driver does not let this attribute change while the device is in use or bound",
        Errno.EINVAL or Errno.ERANGE => "the driver does not accept this value",
        Errno.EADDRNOTAVAIL => "the queue is not bound to the vfio_ap driver: change apmask and aqmask first",
        Errno.EADDRINUSE => "another mediated device has this queue, or the host reserves it",
        Errno.ENODEV => "the device is gone, or the number is above the machine's maximum",
        Errno.ENOENT => "the device is gone, or has no such attribute",
        Errno.EIO => "the device has this attribute only for reading",
        Errno.ELOOP or Errno.EXDEV => "the path leads through a link, which is never followed",
        _ => null,
    };

    private static string? HintForBind(Errno errno) => errno switch
    {
        Errno.ENODEV => "the bus binds nothing after creation (from about Linux 5.14), or the driver does not take this device",
        Errno.ENOENT => "no such driver is registered on the mdev bus: is its module loaded?",
        Errno.EBUSY => "the device has a driver already",
        _ => null,
    };

    private static string? HintForUnbind(Errno errno) => errno switch
    {
        Errno.ENODEV or Errno.ENOENT => "the device is gone, or this driver does not have it",
        Errno.EBUSY => "a process holds the device open",
        _ => null,
    };
}
