namespace MdevDesired.Linux.Devlink;

/// <summary>The attributes that are read or written here (<c>enum devlink_attr</c>, include/uapi/linux/devlink.h).</summary>
internal static class DevlinkAttribute
{
    public const ushort BusName = 1;
    public const ushort DevName = 2;
    public const ushort PortIndex = 3;
    public const ushort PortType = 4;
    public const ushort PortDesiredType = 5;
    public const ushort PortNetdevIfindex = 6;
    public const ushort PortNetdevName = 7;
    public const ushort PortIbdevName = 8;
    public const ushort EswitchMode = 25;
    public const ushort EswitchInlineMode = 26;
    public const ushort EswitchEncapMode = 62;
    public const ushort PortFlavour = 77;
    public const ushort PortNumber = 78;
    public const ushort Param = 80;
    public const ushort ParamName = 81;
    public const ushort ParamGeneric = 82;
    public const ushort ParamType = 83;
    public const ushort ParamValuesList = 84;
    public const ushort ParamValue = 85;
    public const ushort ParamValueData = 86;
    public const ushort ParamValueCmode = 87;
    public const ushort PortPciPfNumber = 127;
    public const ushort PortPciVfNumber = 128;
    public const ushort ReloadFailed = 136;
    public const ushort PortFunction = 145;
    public const ushort PortExternal = 149;
    public const ushort PortControllerNumber = 150;
    public const ushort ReloadAction = 153;
    public const ushort ReloadActionsPerformed = 154;
    public const ushort PortPciSfNumber = 164;
}
