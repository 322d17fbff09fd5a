using MdevDesired.Model.Devlink;

namespace MdevDesired.Linux.Devlink;

/// <summary>What the kernel announces of devlink (multicast group <c>config</c>).</summary>
internal abstract record DevlinkEvent;

/// <summary>An instance is there, or changed.</summary>
internal sealed record DevlinkDeviceSeen(DevlinkDevice Device) : DevlinkEvent;

internal sealed record DevlinkDeviceGone(DevlinkHandle Device) : DevlinkEvent;

/// <summary>A port is there, or changed.</summary>
internal sealed record DevlinkPortSeen(DevlinkPort Port) : DevlinkEvent;

/// <summary>A port is gone; it is shown as it was.</summary>
internal sealed record DevlinkPortGone(DevlinkPort Port) : DevlinkEvent;

/// <summary>A param is there, or changed.</summary>
internal sealed record DevlinkParamSeen(DevlinkParam Param) : DevlinkEvent;

internal sealed record DevlinkParamGone(DevlinkParam Param) : DevlinkEvent;

/// <summary>Announcements came faster than they were read, and some were dropped: look at everything again.</summary>
internal sealed record DevlinkEventsLost : DevlinkEvent;
