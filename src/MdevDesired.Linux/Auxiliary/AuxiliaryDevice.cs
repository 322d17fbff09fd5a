using MdevDesired.Model;

namespace MdevDesired.Linux.Auxiliary;

/// <summary>A device of the auxiliary bus that a subfunction is, once it is active.</summary>
/// <param name="Name">As <c>mlx5_core.sf.4</c>, which differs from boot to boot.</param>
/// <param name="Parent">The kernel's name of the device above it, as <c>0000:05:00.0</c>.</param>
/// <param name="SfNumber">What its attribute <c>sfnum</c> says.</param>
/// <param name="Driver">The bound driver, or null.</param>
internal sealed record AuxiliaryDevice(string Name, string Parent, uint SfNumber, DriverName? Driver);
