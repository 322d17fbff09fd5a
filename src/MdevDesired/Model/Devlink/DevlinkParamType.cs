namespace MdevDesired.Model.Devlink;

/// <summary>
/// The type of a param's values, as the kernel numbers the types of attributes (NLA_*, include/net/netlink.h); others may come.
/// </summary>
internal enum DevlinkParamType : byte
{
    U8 = 1,
    U16 = 2,
    U32 = 3,
    U64 = 4,
    String = 5,
    Flag = 6,
}
