using System.Buffers.Binary;
using System.Text;

namespace MdevDesired.KernelTests.Machines;

/// <summary>A command that was started in the machine and may still run.</summary>
public sealed class RunningCommand
{
    private readonly CommandChannel _channel;
    private readonly OutputBuffer _stdout = new();
    private readonly OutputBuffer _stderr = new();
    private readonly TaskCompletionSource<int> _exitCode = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal RunningCommand(CommandChannel channel, uint id, string text)
    {
        _channel = channel;
        Id = id;
        Text = text;
    }

    /// <summary>What was asked of the machine, for messages.</summary>
    public string Text { get; }

    public bool HasEnded => _exitCode.Task.IsCompleted;

    /// <summary>The standard output up to now.</summary>
    public string Stdout => Encoding.UTF8.GetString(_stdout.ToArray());

    /// <summary>The standard error up to now.</summary>
    public string Stderr => Encoding.UTF8.GetString(_stderr.ToArray());

    internal uint Id { get; }

    internal byte[] StdoutBytes => _stdout.ToArray();

    /// <summary>Ends with the command; throws <see cref="MachineEndedException"/> if the machine ends first.</summary>
    public async Task<CommandResult> ResultAsync()
    {
        var exitCode = await _exitCode.Task;
        return new CommandResult(Stdout, Stderr, exitCode);
    }

    /// <summary>Sends a signal, by number, to the command and the processes it started.</summary>
    public void Signal(int signal)
    {
        var payload = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(payload, signal);
        _channel.Send(new Frame(Id, FrameKind.Signal, payload));
    }

    internal void Accept(Frame frame)
    {
        if (frame.Kind == FrameKind.Stdout)
        {
            _stdout.Append(frame.Payload);
        }
        else if (frame.Kind == FrameKind.Stderr)
        {
            _stderr.Append(frame.Payload);
        }
        else if (frame.Kind == FrameKind.Exit)
        {
            _exitCode.TrySetResult(BinaryPrimitives.ReadInt32LittleEndian(frame.Payload));
        }
    }

    internal void Fail(Exception reason) => _exitCode.TrySetException(reason);
}
