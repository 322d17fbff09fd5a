using MdevDesired.Diagnostics;

namespace MdevDesired.Loading;

internal static partial class LoadingCodes
{
    public static readonly DiagnosticCode InvalidName = new(30, "invalid name",
        "Names of documents and sub devices are 1 to 63 lower-case letters, digits and hyphens, with a letter or digit at both ends, so that "
        + "they can be used in file names, metrics and Kubernetes objects as they are.");

    public static readonly DiagnosticCode InvalidUuid = new(31, "invalid UUID",
        "The kernel takes a UUID of exactly 36 characters: hexadecimal digits in groups of 8-4-4-4-12, without braces. uuidgen makes one.");

    public static readonly DiagnosticCode InvalidParent = new(32, "invalid parent address",
        "A parent is given as bus/name, as devlink prints it (pci/0000:05:00.0), or by the kernel's bare name (mtty, matrix). "
        + "It becomes a path under /sys, so each part is one name: no further \"/\", no \".\" or \"..\", no white space.");

    public static readonly DiagnosticCode InvalidMdevType = new(33, "invalid mdev type",
        "A type is one of the names under the parent's mdev_supported_types folder. It becomes a path there, so it is a single name: "
        + "no \"/\", no \".\" or \"..\", no white space.");

    public static readonly DiagnosticCode InvalidDriver = new(34, "invalid driver",
        "A driver is one of the names under /sys/bus/mdev/drivers, for a subfunction under /sys/bus/auxiliary/drivers, or none for no driver. "
        + "It becomes a path there, so it is a single name: no \"/\", no \".\" or \"..\", no white space.");

    public static readonly DiagnosticCode InvalidAttribute = new(35, "invalid attribute",
        "A creation param names a sysfs attribute beneath the device's folder. It may have several segments (nvidia/vgpu_params), none of them "
        + "empty, \".\" or \"..\": a name that leads out of the folder would let a document overwrite any file.");

    public static readonly DiagnosticCode InvalidValue = new(36, "invalid value",
        "A value is written to sysfs in one write that ends in a newline: one line of text of at most 4095 bytes, without control characters.");

    public static readonly DiagnosticCode InvalidHostGlob = new(37, "invalid host glob",
        "A glob over host names has letters, digits, \".\", \"-\", \"_\", and the wildcards * (any text), ? (one character), "
        + "[a-c] (one of a set) and [!a-c] (one outside it).");

    public static readonly DiagnosticCode InvalidDuration = new(38, "invalid duration",
        "A length of time is whole numbers with units, the greatest first: 30s, 5m, 1m30s, 500ms, 1h.");

    public static readonly DiagnosticCode InvalidText = new(39, "invalid text",
        "The text has not the form that its key wants; the message says which.");

    public static readonly DiagnosticCode InvalidNetdev = new(40, "invalid name of a network interface",
        "The kernel takes names of 1 to 15 bytes without \"/\", \":\" and white space, and not \".\" or \"..\". It reads one with \"%\" as a "
        + "pattern to be numbered, so that the interface would get another name.");

    public static readonly DiagnosticCode InvalidHwAddr = new(41, "invalid hardware address",
        "A function has a unicast Ethernet address: six bytes, not all of them zero, the lowest bit of the first byte not set, which makes an "
        + "address multicast.");

    public static readonly DiagnosticCode InvalidParamName = new(42, "invalid name of a param",
        "A devlink param is one of the names that devlink dev param show prints.");
}
