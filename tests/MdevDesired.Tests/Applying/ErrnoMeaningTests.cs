using MdevDesired.Applying;
using MdevDesired.Planning;
using MdevDesired.Planning.Mdevs;
using Xunit;
using static MdevDesired.Tests.Doubles.Scene;

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
    public void Explains_the_likely_cause(string actionKind, int errno, string hint) =>
        Assert.Equal(hint, ErrnoMeaning.Hint(Action(actionKind), (Errno)errno));

    [Theory]
    [InlineData(28, "the file system is full")]
    [InlineData(38, "this kernel lacks the system call; openat2 came with Linux 5.6, and some sandboxes hide it")]
    [InlineData(30, "the file system is mounted read-only, as /sys is in most containers")]
    [InlineData(5, null)]
    public void Explains_what_is_no_action(int errno, string? hint) => Assert.Equal(hint, ErrnoMeaning.Hint((Errno)errno));

    [Theory]
    [InlineData("create-mdev", 5)]
    [InlineData("adopt", 22)]
    public void Stays_silent_where_no_cause_is_known(string actionKind, int errno) =>
        Assert.Null(ErrnoMeaning.Hint(Action(actionKind), (Errno)errno));

    [Theory]
    [InlineData(2, true)]
    [InlineData(19, true)]
    [InlineData(6, true)]
    [InlineData(13, false)]
    [InlineData(16, false)]
    public void Knows_what_is_gone(int errno, bool gone) => Assert.Equal(gone, ErrnoMeaning.IsGone((Errno)errno));

    [Theory]
    [InlineData("bind", 19, true)]
    [InlineData("bind", 2, false)]
    [InlineData("write-attribute", 16, true)]
    [InlineData("write-attribute", 22, false)]
    [InlineData("remove-mdev", 16, false)]
    public void Knows_which_refusals_have_a_fallback(string actionKind, int errno, bool expected) =>
        Assert.Equal(expected, ErrnoMeaning.Trigger(Action(actionKind), (Errno)errno) is not null);

    private static PlanAction Action(string kind) => kind switch
    {
        "create-mdev" => new CreateMdev { Parent = Mtty, Id = Id(1), Uuid = Uuid(1), Type = new("mtty-1"), Reason = "test" },
        "remove-mdev" => new RemoveMdev { Parent = Mtty, Id = Id(1), Uuid = Uuid(1), Reason = "test" },
        "write-attribute" => new WriteAttribute { Parent = Mtty, Id = Id(1), Attribute = new("a"), Value = "1", Reason = "test" },
        "bind" => new Bind { Parent = Mtty, Id = Id(1), Driver = new("mtty"), Reason = "test" },
        "unbind" => new Unbind { Parent = Mtty, Id = Id(1), Driver = new("mtty"), Reason = "test" },
        _ => new Adopt { Parent = Mtty, Id = Id(1), Reason = "test" },
    };
}
