using System.Globalization;

namespace MdevDesired.Model.Devlink;

/// <summary>A value of a devlink param, as typed as its driver has it; its text is that of devlink(8).</summary>
internal abstract record DevlinkParamValue(DevlinkParamType Type);

/// <summary>A number of 8 to 64 bits.</summary>
internal sealed record DevlinkNumber(DevlinkParamType Type, ulong Value) : DevlinkParamValue(Type)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A text, which the kernel bounds (31 bytes: __DEVLINK_PARAM_MAX_STRING_VALUE, include/net/devlink.h).</summary>
internal sealed record DevlinkText(string Value) : DevlinkParamValue(DevlinkParamType.String)
{
    public override string ToString() => Value;
}

/// <summary>A boolean, which travels as a flag: true by being there.</summary>
internal sealed record DevlinkBoolean(bool Value) : DevlinkParamValue(DevlinkParamType.Flag)
{
    public override string ToString() => DevlinkWord.Of(Value);
}

/// <summary>A value of a type that came after this program: it can be neither read nor set.</summary>
internal sealed record DevlinkUnknownValue(DevlinkParamType Type) : DevlinkParamValue(Type)
{
    public override string ToString() => $"(type {(byte)Type})";
}
