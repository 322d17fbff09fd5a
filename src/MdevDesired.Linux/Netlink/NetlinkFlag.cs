namespace MdevDesired.Linux.Netlink;

/// <summary>Flags of a message (NLM_F_*, include/uapi/linux/netlink.h); those of requests and of acks share bits.</summary>
internal static class NetlinkFlag
{
    public const ushort Request = 0x1;

    public const ushort Ack = 0x4;

    /// <summary>On an answer: what is listed changed meanwhile, so that entries may be missing or come twice.</summary>
    public const ushort DumpInterrupted = 0x10;

    /// <summary>On a request: NLM_F_ROOT and NLM_F_MATCH, every entry.</summary>
    public const ushort Dump = 0x300;

    /// <summary>On an ack: the request is not repeated in it.</summary>
    public const ushort Capped = 0x100;

    /// <summary>On an ack: attributes follow that explain it.</summary>
    public const ushort AckAttributes = 0x200;
}
