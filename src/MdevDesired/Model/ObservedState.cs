namespace MdevDesired.Model;

/// <summary>What the kernel has, seen in one pass.</summary>
internal sealed record ObservedState
{
    /// <summary>The host's name.</summary>
    public required string Host { get; init; }

    /// <summary>Whether the kernel has an mdev bus at all; it comes with the first driver that offers mediated devices.</summary>
    public bool HasMdevBus { get; init; } = true;

    /// <summary>Ordered by address.</summary>
    public EquatableArray<ObservedParent> Parents { get; init; }

    /// <summary>Ordered by identity.</summary>
    public EquatableArray<ObservedSubDevice> SubDevices { get; init; }

    /// <summary>Who uses sub devices and parents, ordered by device; only of those that were asked for.</summary>
    public EquatableArray<DeviceHolder> Holders { get; init; }

    /// <summary>False where a process that might hold one of them could not be looked at.</summary>
    public bool SawEveryProcess { get; init; } = true;

    /// <summary>The operations of earlier runs that the kernel has still not answered, ordered by device.</summary>
    public EquatableArray<LedgerPending> Pending { get; init; }

    /// <summary>The drivers registered on the mdev bus, ordered.</summary>
    public EquatableArray<DriverName> MdevDrivers { get; init; }

    /// <summary>Whether the kernel has devlink at all; true where the observation's scope leaves it out.</summary>
    public bool HasDevlink { get; init; } = true;

    /// <summary>The drivers registered on the auxiliary bus, ordered; empty where the observation's scope leaves devlink out.</summary>
    public EquatableArray<DriverName> AuxiliaryDrivers { get; init; }
}
