using System.Collections.Concurrent;
using System.Threading.Channels;

namespace MdevDesired.KernelTests.Machines;

/// <summary>Talks to the agent in the machine: any number of commands at a time over one stream.</summary>
internal sealed class CommandChannel
{
    private readonly Stream _stream;
    private readonly Func<string, MachineEndedException> _ended;
    private readonly ConcurrentDictionary<uint, RunningCommand> _commands = new();
    private readonly Channel<Frame> _outbox = Channel.CreateUnbounded<Frame>(new() { SingleReader = true });
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private uint _lastId;
    private volatile Exception? _end;

    /// <param name="stream">The machine's end of the serial port.</param>
    /// <param name="ended">Makes, from a first sentence, the exception for commands that the machine will not answer.</param>
    public CommandChannel(Stream stream, Func<string, MachineEndedException> ended)
    {
        _stream = stream;
        _ended = ended;
        _ = Task.Run(() => UntilClosedAsync(ReadAsync));
        _ = Task.Run(() => UntilClosedAsync(WriteAsync));
    }

    /// <summary>Waits for the machine to boot.</summary>
    public async Task ReadyAsync(TimeSpan timeout)
    {
        if (await Task.WhenAny(_ready.Task, Task.Delay(timeout)) != _ready.Task)
        {
            Break($"The machine did not boot within {timeout}.");
        }

        await _ready.Task;
    }

    public RunningCommand Start(FrameKind kind, byte[] payload, string text)
    {
        var command = new RunningCommand(this, Interlocked.Increment(ref _lastId), text);
        _commands[command.Id] = command;
        // Break looks at the commands after it sets the reason: one of the two sees this command.
        if (_end is { } end)
        {
            command.Fail(end);
        }
        else
        {
            Send(new Frame(command.Id, kind, payload));
        }

        return command;
    }

    /// <summary>Puts a frame in line; what happens to it shows in the answer.</summary>
    public void Send(Frame frame) => _outbox.Writer.TryWrite(frame);

    /// <summary>Fails every command that has no answer yet, and all later ones.</summary>
    public void Break(string reason)
    {
        if (Interlocked.CompareExchange(ref _end, _ended(reason), null) is not null)
        {
            return;
        }

        _outbox.Writer.TryComplete();
        _ready.TrySetException(_end);
        foreach (var command in _commands.Values)
        {
            command.Fail(_end);
        }
    }

    private async Task UntilClosedAsync(Func<Task> work)
    {
        try
        {
            await work();
            Break("The machine ended: its kernel stopped or rebooted.");
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            Break("The machine ended: its command channel is closed.");
        }
    }

    private async Task ReadAsync()
    {
        while (await Frame.ReadAsync(_stream) is { } frame)
        {
            Accept(frame);
        }
    }

    private async Task WriteAsync()
    {
        await foreach (var frame in _outbox.Reader.ReadAllAsync())
        {
            await _stream.WriteAsync(frame.ToBytes());
        }
    }

    private void Accept(Frame frame)
    {
        if (frame.Kind == FrameKind.Hello)
        {
            _ready.TrySetResult();
        }
        else if (_commands.TryGetValue(frame.Id, out var command))
        {
            command.Accept(frame);
        }

        if (frame.Kind == FrameKind.Exit)
        {
            _commands.TryRemove(frame.Id, out _);
        }
    }
}
