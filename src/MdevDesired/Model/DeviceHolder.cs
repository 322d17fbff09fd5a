namespace MdevDesired.Model;

/// <summary>Whoever uses a sub device, or stands on a parent: taking it away would disturb them.</summary>
/// <param name="Id">The sub device, or the parent.</param>
internal abstract record DeviceHolder(DeviceId Id)
{
    /// <summary>Whether the device is open through VFIO: to take it away would wait in the kernel, so it is never done.</summary>
    public virtual bool IsVfio => false;

    /// <summary>Whether only the representor of a subfunction is used, which a reload or another driver leaves alone.</summary>
    public bool IsRepresentor { get; init; }

    /// <summary>Who it is and what they do, as a clause.</summary>
    public abstract string Words { get; }
}

/// <summary>A process that has a file of the device open.</summary>
/// <param name="Id">The device.</param>
/// <param name="Pid">The process.</param>
/// <param name="Command">Its command, as ps(1) shows it.</param>
/// <param name="Path">What it has open, as <c>/dev/vfio/12</c>.</param>
internal sealed record ProcessHolder(DeviceId Id, int Pid, string Command, string Path) : DeviceHolder(Id)
{
    public override bool IsVfio => Path.StartsWith("/dev/vfio/", StringComparison.Ordinal);

    public override string Words => $"process {Pid} ({Command}) has {Path} open";
}

/// <summary>A network interface of the device that is in use.</summary>
/// <param name="Id">The device.</param>
/// <param name="Netdev">The interface.</param>
/// <param name="Why">What it is used as, as in <c>is up</c>.</param>
internal sealed record NetdevHolder(DeviceId Id, string Netdev, string Why) : DeviceHolder(Id)
{
    public override string Words => $"{(IsRepresentor ? "the representor" : "the network interface")} {Netdev} {Why}";

    /// <summary>The same interface when nothing more is known of it than that it is up.</summary>
    public NetdevHolder MerelyUp => Up(Id, Netdev) with { IsRepresentor = IsRepresentor };

    public static NetdevHolder Up(DeviceId id, string netdev) => new(id, netdev, "is up");

    public static NetdevHolder PartOf(DeviceId id, string netdev, string master) => new(id, netdev, $"is part of {master}");

    public static NetdevHolder Addressed(DeviceId id, string netdev, string address) => new(id, netdev, $"has the address {address}");
}

/// <summary>Something of the device that was moved to another network namespace, where it is in use and cannot be seen.</summary>
/// <param name="Id">The device.</param>
/// <param name="What">Its part, as in <c>its devlink instance</c>.</param>
internal sealed record NamespaceHolder(DeviceId Id, string What) : DeviceHolder(Id)
{
    public override string Words => $"{What} is in another network namespace";
}
