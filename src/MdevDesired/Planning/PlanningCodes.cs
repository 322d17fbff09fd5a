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
        Somebody uses the device: a process has its VFIO, vhost-vdpa or uverbs file open (a virtual machine that was given it, as a rule),
        or a network interface of it is up, is part of another, or was moved to another network namespace. The device is left as it is and
        the rest goes on; apply again when that has ended. "--allow-disruption", and "disruption: allow" of its parent, let the change
        through, but never for a device that is open through VFIO: the kernel would wait for the process, and could not be stopped.
        """);

    public static readonly DiagnosticCode UnknownParent = new(
        110,
        "--parent names a device that no document lists",
        """
        The device that --parent names is listed by no document that applies to this host: nothing is made on it. That is as it should be
        where udev applies every parent that registers; by hand it may be a slip of the pen. "mdev-desired show" lists the host's parents.
        """);

    public static readonly DiagnosticCode NoDevlink = new(
        111,
        "parent has no devlink instance",
        """
        The document wants devlink settings or subfunctions of a device that devlink does not show. Its driver must support devlink and
        be bound, and the instance must be in the network namespace of this program: "devlink dev show" lists those.
        """);

    public static readonly DiagnosticCode UnknownParam = new(
        112,
        "devlink instance has no such param",
        """
        The driver does not offer the param, or not in this version. "devlink dev param show" lists what it offers. The other settings of
        the device are made; a parent whose settings are not complete gets no new sub devices.
        """);

    public static readonly DiagnosticCode ParamNotSettable = new(
        113,
        "devlink param cannot be set as listed",
        """
        The driver says of which type a param's values are (a boolean, a number of 8 to 64 bits, a text) and in which configuration modes
        it can be set. Correct the value or the cmode; without "cmode" the one that takes effect the soonest is chosen.
        """);

    public static readonly DiagnosticCode EffectiveAfterBoot = new(
        114,
        "permanent param takes effect after the next boot",
        """
        The param was set in its permanent cmode, and reads back as before until the device starts anew. There is nothing to do but to
        reboot, or to reset the device, when that suits.
        """);

    public static readonly DiagnosticCode UnknownPort = new(
        115,
        "devlink instance shows no such port",
        """
        The document lists a port that the sub device's devlink instance does not show. Drivers choose the indices of ports, and some
        choose others at each boot: leave "index" out to mean the first port, the second, and so on.
        Where some entries have an index and others have none, two may turn out to mean the same port: give all of them one, or none.
        """);

    public static readonly DiagnosticCode NoInstance = new(
        116,
        "sub device has no devlink instance",
        """
        Params and ports belong to the devlink instance that the host's driver makes of a sub device. A driver for guests makes none, an
        unbound device has none, and one that was moved to another network namespace shows none here.
        """);

    public static readonly DiagnosticCode NetdevNotRenamed = new(
        117,
        "network interface cannot be renamed now",
        """
        A network interface is renamed only while it is down: whoever set it up may know it by its name. Set it down, apply, and set it up
        again; or have it named when it appears, by a .link file of systemd, which then says the same name.
        """);

    public static readonly DiagnosticCode NetdevElsewhere = new(
        118,
        "network interface is in another network namespace",
        """
        Devlink shows an Ethernet port without its interface: that was moved to another network namespace, a container's as a rule. It is
        in use there and keeps the name that it has.
        """);

    public static readonly DiagnosticCode NoEswitch = new(
        119,
        "mode of the embedded switch is not known",
        """
        The document wants a mode of the parent's embedded switch. The device has no such switch, or its mode cannot be read; to read it
        takes root (CAP_NET_ADMIN).
        """);

    public static readonly DiagnosticCode EswitchKeepsSubfunctions = new(
        120,
        "settings of the parent would delete subfunctions",
        """
        Legacy mode deletes every subfunction of the parent, and so may a reload. Those that the document lists, and those that others made,
        are never taken away in passing: the parent's settings stay as they are.
        """);

    public static readonly DiagnosticCode WaitsForSettings = new(
        121,
        "sub devices wait for the settings of their parent",
        """
        The settings of the parent cannot all be made, and what is made on a parent stands on them (a parent with subfunctions is not
        reloaded, for instance). The sub devices that are still to be made wait; those that exist are kept and mended.
        """);

    public static readonly DiagnosticCode Pending = new(
        122,
        "an operation of an earlier run is pending",
        """
        The kernel had not answered an operation on the device when its run ended, and still has not: a process of this program waits
        in the kernel, where it cannot be cancelled. A removal waits like that for whoever has the device open. Until it has come to its
        end nothing more is done to the device.
        """);

    public static readonly DiagnosticCode Disturbed = new(
        130,
        "device is in use and will be disturbed",
        """
        Somebody uses the device, and the change is made all the same, because "--allow-disruption" or "disruption: allow" of its parent
        says so. Whoever is named loses the device, or its network interface.
        """);

    public static readonly DiagnosticCode Protected = new(
        131,
        "device is protected",
        """
        The document says, or said when it was last applied, "protect: true" of a device that this plan would remove or replace. Nothing of
        the plan is applied. List the device as it was, or take the protection off first.
        """);

    public static readonly DiagnosticCode ProcessesUnseen = new(
        132,
        "processes could not be looked at",
        """
        Which files a process has open is for its user and for root to see. The plan takes devices away, and whether a process of another
        user has one of them open is not known. As root the plan may leave more devices as they are.
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
        NoDevlink,
        UnknownParam,
        ParamNotSettable,
        EffectiveAfterBoot,
        UnknownPort,
        NoInstance,
        NetdevNotRenamed,
        NetdevElsewhere,
        NoEswitch,
        EswitchKeepsSubfunctions,
        WaitsForSettings,
        Pending,
        Disturbed,
        Protected,
        ProcessesUnseen,
    ];
}
