using MdevDesired.Diagnostics;

namespace MdevDesired.Loading;

internal static partial class LoadingCodes
{
    public static readonly DiagnosticCode DuplicateDocument = new(50, "duplicate document name",
        "What a document creates belongs to its metadata.name, so each name stands once in the whole input.");

    public static readonly DiagnosticCode DuplicateUuid = new(51, "duplicate UUID",
        "A UUID names one mdev of a host: the kernel refuses a second one, on any parent (EEXIST). "
        + "Upper and lower case are the same UUID.");

    public static readonly DiagnosticCode DuplicateSubDevice = new(52, "duplicate sub device name",
        "Names of sub devices are unique within their parent, also where several documents list the same parent.");

    public static readonly DiagnosticCode ConflictingParent = new(53, "conflicting parent settings",
        "A parent may be listed several times, and the listings are merged; what one says of optional, "
        + "prune, the eswitch mode or a devlink param must not contradict another.");

    public static readonly DiagnosticCode AmbiguousParent = new(54, "ambiguous parent",
        "A bare name is the device of that name on whichever bus; here other listings name devices of that name on two buses. "
        + "Say which is meant by writing bus/name.");

    public static readonly DiagnosticCode DuplicateSubfunction = new(55, "duplicate subfunction",
        "A subfunction is its parent, controller, pfnum and sfnum: a driver refuses a second one of the same numbers. Documents "
        + "for different hosts may list the same numbers.");

    public static readonly DiagnosticCode DuplicateNetdev = new(56, "duplicate name of a network interface",
        "Network interfaces of a host have different names: the kernel refuses to give one twice. A port's interface and a "
        + "representor count alike. Documents for different hosts may give the same names.");
}
