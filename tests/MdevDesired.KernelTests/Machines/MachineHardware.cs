using System.Net.Sockets;

namespace MdevDesired.KernelTests.Machines;

/// <summary>A running QEMU with its folder, its end of the command channel, and the slot it takes on the host.</summary>
internal sealed class MachineHardware : IAsyncDisposable
{
    private const int LongestLogShown = 20_000;

    // QEMU connects before it starts the machine, so this is no matter of emulation.
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(30);

    private readonly MachineFolder _folder;
    private readonly QemuProcess _qemu;
    private string? _lastLog;

    private MachineHardware(MachineFolder folder, QemuProcess qemu, Stream channel)
    {
        _folder = folder;
        _qemu = qemu;
        Channel = channel;
    }

    public Stream Channel { get; }

    public static async Task<MachineHardware> SwitchOnAsync(MachineOptions options)
    {
        await MachineSlots.TakeAsync();
        var folder = new MachineFolder();
        if (options.Systemd)
        {
            FilesArchive.Write(folder.Files, options.Files);
        }

        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(folder.ChannelSocket));
        listener.Listen();
        var qemu = new QemuProcess(folder.Path, QemuCommandLine.For(options, folder));
        try
        {
            using var connecting = new CancellationTokenSource(ConnectTimeout);
            var socket = await listener.AcceptAsync(connecting.Token);
            return new MachineHardware(folder, qemu, new NetworkStream(socket, ownsSocket: true));
        }
        catch (OperationCanceledException)
        {
            var log = folder.ReadLog();
            qemu.Dispose();
            MachineSlots.GiveBack();
            throw new MachineEndedException($"QEMU did not start: {log}");
        }
    }

    /// <summary>The console up to now, or up to when the machine was switched off.</summary>
    public string ReadLog() => _lastLog ?? _folder.ReadLog();

    /// <summary>Makes the exception for a machine that does not answer any more.</summary>
    public MachineEndedException Ended(string reason)
    {
        var log = ReadLog();
        return new MachineEndedException($"{reason}\n\nKernel log:\n{log[Math.Max(0, log.Length - LongestLogShown)..]}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_lastLog is not null)
        {
            return;
        }

        _lastLog = _folder.ReadLog();
        // Ending QEMU blocks; it also removes the folder.
        await Task.Run(_qemu.Dispose);
        await Channel.DisposeAsync();
        MachineSlots.GiveBack();
    }
}
