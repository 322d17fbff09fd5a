using MdevDesired.Planning;
using MdevDesired.Planning.Devlink;
using MdevDesired.Planning.Subfunctions;

namespace MdevDesired.Applying;

/// <content>What errors mean of devlink and of network interfaces, where drivers say little or nothing.</content>
internal static partial class ErrnoMeaning
{
    /// <summary>Whether a change of the embedded switch, or an activation, may succeed when it is tried again.</summary>
    public static bool IsTransient(Errno errno) => errno is Errno.EAGAIN or Errno.EBUSY;

    private static string? HintForDevlink(PlanAction action, Errno errno) => action switch
    {
        AddSubfunction => HintForAdd(errno),
        SetParam => HintForParam(errno),
        SetEswitch => HintForEswitch(errno),
        ReloadDevlink => HintForReload(errno),
        SetPortFunction => HintForFunction(errno),
        Bind => HintForAuxiliaryBind(errno),
        Activate => errno == Errno.ETIMEDOUT ? "the function was activated and no driver took it up: load the driver of its auxiliary device" : null,
        RenameNetdev => HintForRename(errno),
        SetPortType => errno == Errno.EOPNOTSUPP ? "the driver does not let the type of this port change" : null,
        _ => null,
    };

    private static string? HintForAdd(Errno errno) => errno switch
    {
        Errno.EOPNOTSUPP => "subfunctions need the eswitch in switchdev mode and the parent's own pfnum",
        Errno.EEXIST or Errno.EBUSY => "a subfunction of this sfnum exists, or is still going away",
        Errno.ENOSPC => "the parent has no subfunction left",
        Errno.EINVAL => "some drivers say so of a pfnum that is not the parent's",
        _ => null,
    };

    private static string? HintForParam(Errno errno) => errno switch
    {
        Errno.EINVAL => "the driver does not accept this value",
        Errno.EOPNOTSUPP or Errno.EBUSY => "the driver does not let this param change now",
        Errno.ENOENT => "the devlink instance has no param of this name",
        Errno.ENODEV => "the sub device has no devlink instance: no driver of the host has it",
        _ => null,
    };

    private static string? HintForEswitch(Errno errno) => errno switch
    {
        Errno.EBUSY => "the eswitch is busy: remove tc rules and subfunctions, and take VFs out of use",
        Errno.EOPNOTSUPP => "the device or its firmware does not have this mode",
        _ => null,
    };

    private static string? HintForReload(Errno errno) => errno switch
    {
        Errno.EOPNOTSUPP or Errno.EBUSY => "remove the subfunctions of the device first, and whatever else uses it",
        _ => null,
    };

    private static string? HintForFunction(Errno errno) => errno switch
    {
        Errno.EOPNOTSUPP or Errno.EINVAL => "this kernel or driver does not have the attribute, or not this value; roce and migratable came with Linux 6.2, max_io_eqs with 6.10",
        _ => null,
    };

    private static string? HintForAuxiliaryBind(Errno errno) => errno switch
    {
        Errno.ENODEV => "the driver does not take subfunctions",
        Errno.ENOENT => "no such driver is registered on the auxiliary bus: is its module loaded?",
        Errno.EBUSY => "the subfunction has a driver already",
        _ => null,
    };

    private static string? HintForRename(Errno errno) => errno switch
    {
        Errno.EEXIST => "another network interface has this name; to exchange two names, apply a document with a third one first",
        Errno.EBUSY => "set the network interface down first",
        Errno.ENODEV => "the port has no network interface: is its type eth?",
        _ => null,
    };
}
