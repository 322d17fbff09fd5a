namespace MdevDesired.Model.Devlink;

/// <summary>A port of a devlink instance; what the kernel does not say is null.</summary>
internal sealed record DevlinkPort
{
    public required DevlinkHandle Device { get; init; }

    /// <summary>Its number in this instance, which differs from boot to boot.</summary>
    public required uint Index { get; init; }

    public DevlinkPortType Type { get; init; }

    /// <summary>The type it was set to when that differs because nothing was found there yet.</summary>
    public DevlinkPortType? DesiredType { get; init; }

    public DevlinkPortFlavour? Flavour { get; init; }

    /// <summary>The number of a physical port.</summary>
    public uint? Number { get; init; }

    public uint? Controller { get; init; }

    public ushort? PfNumber { get; init; }

    public ushort? VfNumber { get; init; }

    public uint? SfNumber { get; init; }

    /// <summary>Whether the function belongs to another host.</summary>
    public bool? External { get; init; }

    /// <summary>The network interface, when it is in the network namespace of this process.</summary>
    public string? Netdev { get; init; }

    public uint? Ifindex { get; init; }

    /// <summary>Whether the network interface is up; null where that was not asked for.</summary>
    public bool? NetdevIsUp { get; init; }

    public string? Ibdev { get; init; }

    public DevlinkPortFunction? Function { get; init; }
}
