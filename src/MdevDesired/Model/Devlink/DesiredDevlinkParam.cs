namespace MdevDesired.Model.Devlink;

/// <summary>A value that a devlink param shall have.</summary>
/// <param name="Name">As <c>enable_roce</c>.</param>
/// <param name="Value">As the document has it: only the driver knows of which type it must be.</param>
/// <param name="Cmode">When it shall take effect, or null for whichever the driver offers.</param>
/// <param name="Span">Where it stands in the input.</param>
internal sealed record DesiredDevlinkParam(string Name, DesiredParamValue Value, DevlinkParamCmode? Cmode, Diagnostics.SourceSpan Span);
