namespace MdevDesired.Linux.Interop;

/// <summary>What a path may lead through (<c>RESOLVE_*</c>, include/uapi/linux/openat2.h).</summary>
[Flags]
internal enum Resolve : ulong
{
    Anywhere = 0,

    NoMagicLinks = 0x02,

    NoSymlinks = 0x04,

    Beneath = 0x08,

    /// <summary>Links are followed as long as they stay beneath the folder, as those between the folders of sysfs do.</summary>
    LinksBeneath = Beneath | NoMagicLinks,

    /// <summary>No link at all: the path is what it says.</summary>
    NoLinks = Beneath | NoSymlinks | NoMagicLinks,
}
