using MdevDesired.Linux.Sysfs;
using MdevDesired.Model;

namespace MdevDesired.Linux.Auxiliary;

/// <summary>The writes that bind and unbind a driver on the auxiliary bus.</summary>
internal static class AuxiliaryOperations
{
    public static SysfsWrite Bind(DriverName driver, string device) => new($"bus/auxiliary/drivers/{driver}/bind", device);

    public static SysfsWrite Unbind(DriverName driver, string device) => new($"bus/auxiliary/drivers/{driver}/unbind", device);
}
