using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;

namespace MdevDesired.KernelTests.Machines;

/// <summary>
/// A booted machine: a real kernel, a root shell, a kernel log. A test class has one from its <see cref="MachineFixture"/>; a
/// test that spoils its machine boots its own, in a class that has no fixture.
/// </summary>
public sealed class VirtualMachine : IAsyncDisposable
{
    /// <summary>Generous, because the emulated processors share the host with other machines.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(60);

    private readonly MachineHardware _hardware;
    private readonly CommandChannel _channel;
    private int _checkedLog;

    private VirtualMachine(MachineHardware hardware)
    {
        _hardware = hardware;
        _channel = new CommandChannel(hardware.Channel, hardware.Ended);
    }

    /// <summary>All that the kernel said since the boot.</summary>
    public string KernelLog => _hardware.ReadLog();

    /// <summary>Builds the parts where needed, waits until the host has room, boots and loads the modules.</summary>
    public static async Task<VirtualMachine> BootAsync(MachineOptions options)
    {
        await MachineParts.BuildAsync(withDisk: options.Systemd);
        var machine = new VirtualMachine(await MachineHardware.SwitchOnAsync(options));
        try
        {
            await machine._channel.ReadyAsync(options.BootTimeout);
            foreach (var module in options.Modules)
            {
                await machine.OutputOfAsync($"modprobe {module}");
            }

            machine.ThrowOnKernelProblems();
            return machine;
        }
        catch
        {
            await machine.SwitchOffAsync();
            throw;
        }
    }

    /// <summary>Runs shell text, of any number of lines, and waits for it; what it puts in the background goes on.</summary>
    public async Task<CommandResult> RunAsync(string command, TimeSpan? timeout = null) =>
        await WaitForAsync(Start(command), timeout);

    /// <summary>The standard output of a command that must succeed, without the line's end.</summary>
    public async Task<string> OutputOfAsync(string command, TimeSpan? timeout = null)
    {
        var result = await RunAsync(command, timeout);
        return result.ExitCode == 0
            ? result.Stdout.TrimEnd('\n')
            : throw new InvalidOperationException($"`{command}` failed: {result}");
    }

    /// <summary>Starts shell text and does not wait for it.</summary>
    public RunningCommand Start(string command) =>
        _channel.Start(FrameKind.Run, Encoding.UTF8.GetBytes(command), command);

    /// <summary>Waits for the end of a command. One that takes too long breaks the machine for all further ones.</summary>
    public async Task<CommandResult> WaitForAsync(RunningCommand command, TimeSpan? timeout = null)
    {
        var limit = timeout ?? DefaultTimeout;
        var result = command.ResultAsync();
        if (await Task.WhenAny(result, Task.Delay(limit)) != result)
        {
            await GiveUpAsync($"`{command.Text}` did not end within {limit}. {command.Stdout}{command.Stderr}");
        }

        return await result;
    }

    /// <summary>Waits until the standard output of a command contains a text; the command must still write it.</summary>
    public async Task WaitForOutputAsync(RunningCommand command, string expected, TimeSpan? timeout = null)
    {
        var limit = timeout ?? DefaultTimeout;
        for (var elapsed = Stopwatch.StartNew(); !command.Stdout.Contains(expected, StringComparison.Ordinal);)
        {
            if (command.HasEnded)
            {
                throw new InvalidOperationException($"`{command.Text}` never wrote {expected}: {await command.ResultAsync()}");
            }

            if (elapsed.Elapsed > limit)
            {
                await GiveUpAsync($"`{command.Text}` did not write {expected} within {limit}. {command.Stdout}{command.Stderr}");
            }

            await Task.Delay(10);
        }
    }

    /// <summary>Writes a text file, and the folders above it.</summary>
    public Task PutFileAsync(string path, string text, bool executable = false) =>
        PutFileAsync(path, Encoding.UTF8.GetBytes(text), executable);

    /// <summary>Writes a file of any content, and the folders above it. Ten megabytes take less than a second.</summary>
    public async Task PutFileAsync(string path, byte[] contents, bool executable = false)
    {
        var mode = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(mode, executable ? 0b111_101_101 : 0b110_100_100);
        byte[] payload = [.. mode, .. Encoding.UTF8.GetBytes(path), 0, .. contents];
        var result = await WaitForAsync(_channel.Start(FrameKind.Put, payload, $"put {path}"));
        if (result.ExitCode != 0)
        {
            throw new IOException(result.Stderr);
        }
    }

    /// <summary>Reads a file of the machine, or what sysfs makes look like one.</summary>
    public async Task<byte[]> GetFileAsync(string path)
    {
        var command = Start($"cat '{path.Replace("'", "'\\''", StringComparison.Ordinal)}'");
        var result = await WaitForAsync(command);
        return result.ExitCode == 0 ? command.StdoutBytes : throw new IOException(result.Stderr);
    }

    /// <summary>Throws <see cref="KernelProblemException"/> for an oops, a warning and the like since the last call.</summary>
    public void ThrowOnKernelProblems()
    {
        var news = KernelLog[_checkedLog..];
        _checkedLog += news.Length;
        var problems = KernelProblems.In(news);
        if (problems.Count > 0)
        {
            throw new KernelProblemException(problems, news);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            ThrowOnKernelProblems();
        }
        finally
        {
            await SwitchOffAsync();
        }
    }

    private async Task GiveUpAsync(string reason)
    {
        // The kernel writes into its log where each blocked task is blocked, if the machine still obeys.
        var traces = Start("echo w > /proc/sysrq-trigger");
        await Task.WhenAny(traces.ResultAsync(), Task.Delay(TimeSpan.FromSeconds(5)));
        _channel.Break(reason);
        // These traces are no complaints, and the exception shows them.
        _checkedLog = KernelLog.Length;
    }

    private async Task SwitchOffAsync()
    {
        await _hardware.DisposeAsync();
        _channel.Break("The machine was switched off.");
    }
}
