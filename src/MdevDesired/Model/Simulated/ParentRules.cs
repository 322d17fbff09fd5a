namespace MdevDesired.Model.Simulated;

/// <summary>How one simulated parent behaves.</summary>
internal sealed record ParentRules
{
    public required ParentAddress Device { get; init; }

    /// <summary>
    /// The driver that is attached to a new device. As bound: the registered driver whose name begins the type's, as the kernel
    /// names types <c>driver-type</c>.
    /// </summary>
    public DesiredDriver Attaches { get; init; }

    /// <summary>Whether a driver can be bound after creation, as before Linux 5.14.</summary>
    public bool BindsAfterCreation { get; init; }

    /// <summary>The error for want of room: ENOSPC where the driver counts, EUSERS where the core does.</summary>
    public Shortage Shortage { get; init; }

    /// <summary>The instances that the types share, or null when each type has its own.</summary>
    public InstancePool? Pool { get; init; }

    /// <summary>The attributes that its devices have.</summary>
    public EquatableArray<AttributeRule> Attributes { get; init; }

    /// <summary>The devlink instance that its mediated devices get, or null: no driver in the kernel makes one.</summary>
    public InstanceRules? MdevInstance { get; init; }

    /// <summary>The subfunctions that it can have when it has devlink.</summary>
    public SubfunctionRules Subfunctions { get; init; } = SubfunctionRules.Default;

    /// <summary>The permanent params of its own instance that read back as before until the next boot, ordered.</summary>
    public EquatableArray<string> LateParams { get; init; }
}
