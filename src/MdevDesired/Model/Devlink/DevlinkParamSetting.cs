namespace MdevDesired.Model.Devlink;

/// <summary>The value of a param in one cmode.</summary>
internal sealed record DevlinkParamSetting(DevlinkParamCmode Cmode, DevlinkParamValue Value);
