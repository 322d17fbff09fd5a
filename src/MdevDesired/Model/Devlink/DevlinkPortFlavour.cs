namespace MdevDesired.Model.Devlink;

/// <summary>What a port stands for (<c>enum devlink_port_flavour</c>, include/uapi/linux/devlink.h).</summary>
internal enum DevlinkPortFlavour : ushort
{
    Physical,
    Cpu,
    Dsa,
    PciPf,
    PciVf,
    Virtual,
    Unused,
    PciSf,
}
