using MdevDesired.Linux.Netlink;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Linux.Devlink;

/// <summary>Writes what requests ask for, behind the name of the instance.</summary>
internal static class DevlinkEncoder
{
    // DEVLINK_RELOAD_ACTION_DRIVER_REINIT. It is the kernel's default, but only who names it is told what was done.
    private const byte DriverReinitAction = 1;

    public static void DriverReinit(NetlinkWriter request) => request.Put(DevlinkAttribute.ReloadAction, DriverReinitAction);

    public static void Eswitch(NetlinkWriter request, DevlinkEswitchChange change) => request
        .PutOptional(DevlinkAttribute.EswitchMode, (ushort?)change.Mode)
        .PutOptional(DevlinkAttribute.EswitchInlineMode, (byte?)change.InlineMode)
        .PutOptional(DevlinkAttribute.EswitchEncapMode, (byte?)change.EncapMode);

    public static void Subfunction(NetlinkWriter request, DevlinkSubfunction subfunction) => request
        .Put(DevlinkAttribute.PortFlavour, (ushort)DevlinkPortFlavour.PciSf)
        .Put(DevlinkAttribute.PortPciPfNumber, subfunction.PfNumber)
        .Put(DevlinkAttribute.PortPciSfNumber, subfunction.SfNumber)
        .PutOptional(DevlinkAttribute.PortControllerNumber, subfunction.Controller);

    public static void PortFunction(NetlinkWriter request, uint index, DevlinkPortFunctionChange change) => request
        .Put(DevlinkAttribute.PortIndex, index)
        .PutNested(DevlinkAttribute.PortFunction, function => Function(function, change));

    public static void Param(NetlinkWriter request, string name, DevlinkParamCmode cmode, DevlinkParamValue value)
    {
        request.PutText(DevlinkAttribute.ParamName, name)
            .Put(DevlinkAttribute.ParamType, (byte)value.Type)
            .Put(DevlinkAttribute.ParamValueCmode, (byte)cmode);
        Value(request, value);
    }

    private static void Function(NetlinkWriter function, DevlinkPortFunctionChange change)
    {
        if (change.HwAddr is { } address)
        {
            function.Put(DevlinkPortFunctionAttribute.HwAddr, address.ToBytes());
        }

        var caps = default(Bitfield32)
            .With(DevlinkPortFunctionAttribute.RoceBit, change.Roce)
            .With(DevlinkPortFunctionAttribute.MigratableBit, change.Migratable);
        if (caps.Selector != 0)
        {
            function.Put(DevlinkPortFunctionAttribute.Caps, caps);
        }

        function.PutOptional(DevlinkPortFunctionAttribute.MaxIoEqs, change.MaxIoEqs)
            .PutOptional(DevlinkPortFunctionAttribute.State, (byte?)change.State);
    }

    // False is the absence of the flag (net/devlink/, devlink_param_value_get_from_info).
    private static void Value(NetlinkWriter request, DevlinkParamValue value)
    {
        if (value is DevlinkBoolean { Value: true })
        {
            request.PutFlag(DevlinkAttribute.ParamValueData);
        }
        else if (value is DevlinkText text)
        {
            request.PutText(DevlinkAttribute.ParamValueData, text.Value);
        }
        else if (value is DevlinkNumber number)
        {
            request.Put(DevlinkAttribute.ParamValueData, Bytes(number));
        }
        else if (value is DevlinkUnknownValue)
        {
            throw new NetlinkProtocolException($"a value of {value} cannot be set");
        }
    }

    private static ReadOnlySpan<byte> Bytes(DevlinkNumber number)
    {
        var bytes = BitConverter.GetBytes(number.Value).AsSpan(0, Size(number.Type));
        return number.Value >> (8 * (bytes.Length - 1)) <= byte.MaxValue
            ? bytes
            : throw new NetlinkProtocolException($"{number} does not fit into {bytes.Length} bytes");
    }

    private static int Size(DevlinkParamType type) => type switch
    {
        DevlinkParamType.U8 => sizeof(byte),
        DevlinkParamType.U16 => sizeof(ushort),
        DevlinkParamType.U32 => sizeof(uint),
        _ => sizeof(ulong),
    };
}
