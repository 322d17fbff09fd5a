using MdevDesired.Linux.Devlink;
using MdevDesired.Tests.Linux.Netlink;

namespace MdevDesired.Tests.Linux.Devlink;

/// <summary>Exchanges between this program and real kernels.</summary>
internal static class DevlinkTranscripts
{
    public static IEnumerable<Transcript> All() => Transcript.Names().Select(name => Transcript.Read(name));

    public static TranscriptKernel Kernel(string name) => new(Transcript.Read(name));

    /// <summary>Lets the kernel of a transcript be read.</summary>
    public static T Observe<T>(string name, Func<DevlinkObserver, T> read)
    {
        using var channel = DevlinkChannel.TryOpen(Kernel(name))!;
        return read(new DevlinkObserver(channel));
    }

    /// <summary>Lets the kernel of a transcript be changed.</summary>
    public static T Operate<T>(string name, Func<DevlinkOperator, T> change)
    {
        using var channel = DevlinkChannel.TryOpen(Kernel(name))!;
        return change(new DevlinkOperator(channel));
    }

    /// <inheritdoc cref="Operate{T}"/>
    public static void Operate(string name, Action<DevlinkOperator> change) => Operate(name, devlink =>
    {
        change(devlink);
        return true;
    });
}
