namespace MdevDesired.Model.Devlink;

/// <summary>A port that a sub device's devlink instance shall show.</summary>
/// <param name="Selector">Which of its ports.</param>
/// <param name="Type">What it shall be used as, or null for whatever it is.</param>
/// <param name="Netdev">The name that its network interface shall have, or null for whatever it has.</param>
internal sealed record DesiredPort(PortSelector Selector, DevlinkPortType? Type, string? Netdev);
