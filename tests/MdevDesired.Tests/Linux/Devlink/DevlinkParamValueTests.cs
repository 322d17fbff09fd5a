using CsCheck;
using MdevDesired.Linux.Devlink;
using MdevDesired.Linux.Netlink;
using MdevDesired.Model.Devlink;
using Xunit;

namespace MdevDesired.Tests.Linux.Devlink;

public sealed class DevlinkParamValueTests
{
    private static readonly Gen<DevlinkParamValue> Values = Gen.OneOf<DevlinkParamValue>(
        Gen.Bool.Select(DevlinkParamValue (value) => new DevlinkBoolean(value)),
        Gen.String[Gen.Char['!', '~'], 0, 31].Select(DevlinkParamValue (value) => new DevlinkText(value)),
        Gen.Byte.Select(DevlinkParamValue (value) => new DevlinkNumber(DevlinkParamType.U8, value)),
        Gen.UShort.Select(DevlinkParamValue (value) => new DevlinkNumber(DevlinkParamType.U16, value)),
        Gen.UInt.Select(DevlinkParamValue (value) => new DevlinkNumber(DevlinkParamType.U32, value)),
        Gen.ULong.Select(DevlinkParamValue (value) => new DevlinkNumber(DevlinkParamType.U64, value)));

    [Fact]
    public void Every_value_comes_back_as_it_was_set() => Values.Sample(
        value => Assert.Equal(value, Assert.Single(Decode((byte)value.Type, value).Settings).Value));

    [Fact]
    public void A_type_that_came_later_hides_its_value_and_nothing_else()
    {
        var param = Decode(12, new DevlinkNumber(DevlinkParamType.U64, 7));

        Assert.Equal("some_param", param.Name);
        Assert.Equal(new DevlinkUnknownValue((DevlinkParamType)12), Assert.Single(param.Settings).Value);
    }

    [Fact]
    public void A_number_of_another_width_is_malformed() => Assert.Throws<NetlinkProtocolException>(
        () => Decode((byte)DevlinkParamType.U32, new DevlinkNumber(DevlinkParamType.U8, 7)));

    // What the kernel would show of a set request: the same attributes, one level deeper (devlink_nl_param_value_fill_one).
    private static DevlinkParam Decode(byte type, DevlinkParamValue value)
    {
        var request = new NetlinkWriter(FakeDevlink.FamilyId, 0);
        DevlinkEncoder.Param(request, "some_param", DevlinkParamCmode.Runtime, value);
        var data = NetlinkMessage.Read(request.Finish(1)).Attributes(0)
            .TryFind(DevlinkAttribute.ParamValueData, out var found) ? found.Value.ToArray() : null;
        return DevlinkParamDecoder.Decode(NetlinkMessage.Read(FakeDevlink.Message(1, DevlinkCommand.ParamNew, message => message
            .PutText(DevlinkAttribute.BusName, "pci").PutText(DevlinkAttribute.DevName, "0000:05:00.0")
            .PutNested(DevlinkAttribute.Param, param => param
                .PutText(DevlinkAttribute.ParamName, "some_param")
                .Put(DevlinkAttribute.ParamType, type)
                .PutNested(DevlinkAttribute.ParamValuesList, list => list
                    .PutNested(DevlinkAttribute.ParamValue, setting => Setting(setting, data)))))));
    }

    private static void Setting(NetlinkWriter setting, byte[]? data)
    {
        setting.Put(DevlinkAttribute.ParamValueCmode, (byte)DevlinkParamCmode.Runtime);
        if (data is not null)
        {
            setting.Put(DevlinkAttribute.ParamValueData, data);
        }
    }
}
