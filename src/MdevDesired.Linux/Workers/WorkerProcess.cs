using System.Text.Json;
using MdevDesired.Applying;
using MdevDesired.Linux.Interop;
using MdevDesired.Linux.Processes;
using MdevDesired.Model;

namespace MdevDesired.Linux.Workers;

/// <summary>
/// Another process of this program that performs actions. A thread that is stuck in a kernel write cannot be ended, nor can its
/// process: so it is not this one's. Safe to use from several threads.
/// </summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>The command that runs <see cref="WorkerLoop"/>.</summary>
    public const string Verb = "perform-actions";

    private readonly Lock _gate = new();
    private readonly Dictionary<int, TaskCompletionSource<OutcomeMessage>> _waiting = [];
    private readonly ChildProcess _process;
    private int _number;
    private bool _ended;

    private WorkerProcess(ChildProcess process) => (_process, Identity) = (process, ProcessTimes.IdentityOf(process.Pid));

    public ProcessIdentity Identity { get; }

    /// <param name="program">The path of this program.</param>
    /// <exception cref="KernelException">It could not be started.</exception>
    public static WorkerProcess Start(string program)
    {
        var worker = new WorkerProcess(ChildProcess.Start(program, Verb));
        new Thread(worker.Listen) { IsBackground = true }.Start();
        return worker;
    }

    /// <summary>Sends an action; the task ends with its outcome, which says so when the process has ended without one.</summary>
    public Task<OutcomeMessage> Send(Func<int, ActionMessage> action)
    {
        var answer = new TaskCompletionSource<OutcomeMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            var message = action(++_number);
            _waiting[message.Number] = answer;
            if (_ended || !TrySend(message))
            {
                answer.TrySetResult(Lost(message.Number));
            }
        }

        return answer.Task;
    }

    /// <summary>Lets the process end when it is done; one that is stuck in the kernel is left behind.</summary>
    public void Dispose() => _process.ToInput.Dispose();

    private bool TrySend(ActionMessage message)
    {
        try
        {
            _process.ToInput.Write([.. JsonSerializer.SerializeToUtf8Bytes(message, WorkerJson.Default.ActionMessage), (byte)'\n']);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Listen()
    {
        using (var lines = new StreamReader(_process.FromOutput))
        {
            while (lines.ReadLine() is { } line && JsonSerializer.Deserialize(line, WorkerJson.Default.OutcomeMessage) is { } outcome)
            {
                lock (_gate)
                {
                    if (_waiting.Remove(outcome.Number, out var answer))
                    {
                        answer.TrySetResult(outcome);
                    }
                }
            }
        }

        lock (_gate)
        {
            _ended = true;
            _waiting.ToList().ForEach(pair => pair.Value.TrySetResult(Lost(pair.Key)));
        }

        _process.Reap();
    }

    private static OutcomeMessage Lost(int number) => new()
    {
        Number = number,
        Operation = "perform",
        Target = "the action",
        Errno = (int)Errno.EPIPE,
        ExtendedAck = "the process that performs actions has ended: whether it was done is not known",
    };
}
