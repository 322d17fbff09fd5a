using System.Collections.Concurrent;
using MdevDesired.Applying;

namespace MdevDesired.Linux.Devlink;

/// <summary>
/// The channels of a process: each thread takes one for a request or several, so that devices work at the same time. Safe to use
/// from several threads.
/// </summary>
internal sealed class DevlinkChannels : IDisposable
{
    private readonly ConcurrentBag<DevlinkChannel> _idle = [];

    /// <summary>Lets something be asked of devlink.</summary>
    /// <exception cref="KernelException">EPROTONOSUPPORT: this kernel has no devlink; or the kernel refused.</exception>
    public T Use<T>(Func<DevlinkChannel, T> ask)
    {
        var channel = _idle.TryTake(out var idle) ? idle : DevlinkChannel.Open();
        try
        {
            return ask(channel);
        }
        finally
        {
            _idle.Add(channel);
        }
    }

    /// <summary>Whether this kernel has devlink.</summary>
    /// <exception cref="KernelException">The kernel refused for another reason.</exception>
    public bool IsSupported()
    {
        if (_idle.IsEmpty && DevlinkChannel.TryOpen() is { } channel)
        {
            _idle.Add(channel);
        }

        return !_idle.IsEmpty;
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var channel))
        {
            channel.Dispose();
        }
    }
}
