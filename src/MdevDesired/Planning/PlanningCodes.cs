using MdevDesired.Diagnostics;

namespace MdevDesired.Planning;

/// <summary>What the planner reports: MD0100 to MD0199.</summary>
internal static class PlanningCodes
{
    public static readonly DiagnosticCode ParentAbsent = new(
        100,
        "parent is absent",
        """
        The document lists a parent device that the host does not have now. Its sub devices are left out and the others are
        brought up. Check the address with "mdev-desired show". "optional: true" makes an absent parent a note.
        """);

    public static readonly DiagnosticCode NoMdevSupport = new(
        101,
        "device offers no mediated devices",
        """
        The device exists and is no parent: no driver has registered it with the kernel's mdev framework. Load or bind the
        driver that provides mediated devices for it, and enable what that driver needs (licence, module parameter, IOMMU).
        """);

    public static readonly DiagnosticCode UnknownType = new(
        102,
        "parent does not offer the mdev type",
        """
        The type must be one that the parent lists under mdev_supported_types. "mdev-desired show" prints them. Some drivers
        fill the list shortly after the parent appears.
        """);

    public static readonly DiagnosticCode UnknownDriver = new(
        103,
        "driver is not registered on the mdev bus",
        """
        The driver that the document names is not under /sys/bus/mdev/drivers. Load its module, correct the name, or leave
        "driver" out to keep the driver that the kernel attaches.
        """);

    public static readonly DiagnosticCode NoRoom = new(
        104,
        "not enough instances are available",
        """
        The parent says how many more devices of a type it can create, and the document wants more. Where nothing is removed
        from the parent first, nothing of the plan is applied. Where something is, the plan warns and apply tries, because
        types often share one pool and the kernel does not show what a type costs.
        """);

    public static readonly DiagnosticCode ForeignDiffers = new(
        105,
        "device was made by others and differs",
        """
        A device with this identity exists, this tool did not create it, and it is not as the document wants it. It is never
        changed or removed. Remove it by hand, change the document, or take it over with "apply --adopt".
        """);

    public static readonly DiagnosticCode ForeignElsewhere = new(
        106,
        "UUID belongs to a device of another parent",
        """
        A UUID is unique in the whole host. The device that has it was made by others and lives on another parent, so the
        kernel would refuse to create it (EEXIST). Give the document another UUID or remove that device by hand.
        """);

    public static readonly DiagnosticCode DocumentNotInInput = new(
        107,
        "devices of a document that is not in this input",
        """
        The ledger has devices that were created for a document that this run was not given. They are left as they are;
        "apply --prune-removed" removes them, and "-f" may name the document as well.
        """);

    public static readonly DiagnosticCode NothingDesired = new(
        108,
        "no document applies to this host",
        """
        The input has no document, or the "hosts" of each exclude this host. Nothing is created and nothing is removed.
        """);

    public static readonly DiagnosticCode InUse = new(
        109,
        "device is in use",
        """
        A process has the device open: a virtual machine that was given it, as a rule. Taking it away would wait inside the kernel
        until the process lets go, and could not be cancelled. The device is left as it is and the rest goes on; apply again when the
        process that is named has ended.
        """);

    public static readonly DiagnosticCode UnknownParent = new(
        110,
        "--parent names a device that nobody knows",
        """
        The device that --parent names is listed by no document and is no parent of this host. "mdev-desired show" lists the host's.
        """);

    public static IReadOnlyList<DiagnosticCode> All { get; } =
    [
        ParentAbsent,
        NoMdevSupport,
        UnknownType,
        UnknownDriver,
        NoRoom,
        ForeignDiffers,
        ForeignElsewhere,
        DocumentNotInInput,
        NothingDesired,
        InUse,
        UnknownParent,
    ];
}
