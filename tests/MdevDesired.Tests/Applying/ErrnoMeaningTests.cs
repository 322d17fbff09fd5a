using MdevDesired.Applying;
using Xunit;

namespace MdevDesired.Tests.Applying;

public sealed class ErrnoMeaningTests
{
    [Theory]
    [InlineData("create-mdev", 17, "a device of this UUID exists on the host, perhaps on another parent")]
    [InlineData("create-mdev", 87, "the parent has no instance of this type left")]
    [InlineData("create-mdev", 28, "the parent has no instance of this type left")]
    [InlineData("create-mdev", 1, "run as root; as root, some drivers say so when no instance of this type is left")]
    [InlineData("create-mdev", 22, "some drivers say so when no instance of this type is left")]
    [InlineData("create-mdev", 19, "the parent is going away")]
    [InlineData("create-mdev", 2, "the parent is gone, or does not offer this type any more")]
    [InlineData("create-mdev", 13, "run as root")]
    [InlineData("create-mdev", 30, "the file system is mounted read-only, as /sys is in most containers")]
    [InlineData("remove-mdev", 16, "a process holds the device open")]
    [InlineData("remove-mdev", 11, "somebody else is removing the device at this moment")]
    [InlineData("remove-mdev", 2, "the device is already gone")]
    [InlineData("write-attribute", 16, "the driver does not let this attribute change while the device is in use or bound")]
    [InlineData("write-attribute", 22, "the driver does not accept this value")]
    [InlineData("write-attribute", 99, "the queue is not bound to the vfio_ap driver: change apmask and aqmask first")]
    [InlineData("write-attribute", 98, "another mediated device has this queue, or the host reserves it")]
    [InlineData("write-attribute", 19, "the device is gone, or the number is above the machine's maximum")]
    [InlineData("write-attribute", 40, "the path leads through a link, which is never followed")]
    [InlineData("write-attribute", 1, "run as root")]
    [InlineData("bind", 19, "the bus binds nothing after creation (from about Linux 5.14), or the driver does not take this device")]
    [InlineData("bind", 2, "no such driver is registered on the mdev bus: is its module loaded?")]
    [InlineData("unbind", 19, "the device is gone, or this driver does not have it")]
    [InlineData("ledger", 28, "the file system is full")]
    [InlineData("ledger", 38, "this kernel lacks the system call; openat2 came with Linux 5.6, and some sandboxes hide it")]
    public void Explains_the_likely_cause(string actionKind, int errno, string hint) =>
        Assert.Equal(hint, ErrnoMeaning.Hint(actionKind, (Errno)errno));

    [Theory]
    [InlineData("create-mdev", 5)]
    [InlineData("adopt", 22)]
    public void Stays_silent_where_no_cause_is_known(string actionKind, int errno) =>
        Assert.Null(ErrnoMeaning.Hint(actionKind, (Errno)errno));

    [Theory]
    [InlineData(2, true)]
    [InlineData(19, true)]
    [InlineData(6, true)]
    [InlineData(13, false)]
    [InlineData(16, false)]
    public void Knows_what_is_gone(int errno, bool gone) => Assert.Equal(gone, ErrnoMeaning.IsGone((Errno)errno));

    [Theory]
    [InlineData(11, true)]
    [InlineData(4, true)]
    [InlineData(16, false)]
    [InlineData(28, false)]
    public void Knows_what_passes(int errno, bool transient) => Assert.Equal(transient, ErrnoMeaning.IsTransient((Errno)errno));

    [Theory]
    [InlineData("create-mdev", 87, true)]
    [InlineData("create-mdev", 28, true)]
    [InlineData("create-mdev", 1, false)]
    [InlineData("write-attribute", 28, false)]
    public void Knows_when_a_parent_has_no_room(string actionKind, int errno, bool exhausted) =>
        Assert.Equal(exhausted, ErrnoMeaning.IsExhausted(actionKind, (Errno)errno));

    [Theory]
    [InlineData("bind", 19, true)]
    [InlineData("bind", 2, false)]
    [InlineData("write-attribute", 16, true)]
    [InlineData("write-attribute", 22, false)]
    [InlineData("remove-mdev", 16, false)]
    public void Knows_which_refusals_have_a_fallback(string actionKind, int errno, bool expected) =>
        Assert.Equal(expected, ErrnoMeaning.CallsForFallback(actionKind, (Errno)errno));
}
