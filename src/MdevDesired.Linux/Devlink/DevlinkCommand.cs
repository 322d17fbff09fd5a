namespace MdevDesired.Linux.Devlink;

/// <summary>What a devlink message is about (<c>enum devlink_command</c>, include/uapi/linux/devlink.h).</summary>
internal enum DevlinkCommand : byte
{
    Get = 1,
    New = 3,
    Del = 4,
    PortGet = 5,
    PortSet = 6,
    PortNew = 7,
    PortDel = 8,
    EswitchGet = 29,
    EswitchSet = 30,
    Reload = 37,
    ParamGet = 38,
    ParamSet = 39,
    ParamNew = 40,
    ParamDel = 41,
}
