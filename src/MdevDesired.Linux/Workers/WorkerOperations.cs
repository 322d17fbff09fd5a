using MdevDesired.Applying;
using MdevDesired.Linux.State;
using MdevDesired.Planning;
using MdevDesired.Planning.Devlink;
using MdevDesired.Planning.Subfunctions;

namespace MdevDesired.Linux.Workers;

/// <summary>
/// Performs actions through another process, each with a deadline: what the kernel does not answer by then is left to that process.
/// It is started with the first action. Safe to use from several threads.
/// </summary>
/// <param name="root">Where the process is remembered.</param>
/// <param name="program">The path of this program.</param>
/// <param name="timeout">The deadline of every action, or null for that of its kind.</param>
internal sealed class WorkerOperations(HostRoot root, string program, TimeSpan? timeout) : IOperateHost, IDisposable
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);

    // Firmware takes its time: 3 to 4 s are usual, minutes are known.
    private static readonly TimeSpan OfWholeDevices = TimeSpan.FromMinutes(5);

    private readonly Lazy<WorkerProcess> _worker = new(() =>
    {
        var worker = WorkerProcess.Start(program);
        WorkerRecord.Write(root, worker.Identity);
        return worker;
    });

    /// <inheritdoc/>
    /// <exception cref="PendingException">The deadline has passed.</exception>
    public void Perform(PlanAction action)
    {
        var deadline = timeout ?? DeadlineOf(action);
        var worker = _worker.Value;
        var answer = worker.Send(number => ActionText.Write(number, action));
        if (!answer.Wait(deadline))
        {
            throw new PendingException(action.Kind, $"{action.Id}", deadline, worker.Identity);
        }

        Require(answer.Result);
    }

    public void Dispose()
    {
        if (_worker.IsValueCreated)
        {
            _worker.Value.Dispose();
        }
    }

    // The waits that belong to an activation have a deadline of their own, and tell more when it passes.
    private static TimeSpan DeadlineOf(PlanAction action) => action switch
    {
        ReloadDevlink or SetEswitch => OfWholeDevices,
        Activate or Deactivate => Usual * 2,
        _ => Usual,
    };

    private static void Require(OutcomeMessage outcome)
    {
        if (outcome.Bug is { } bug)
        {
            throw new InvalidOperationException(bug);
        }

        if (outcome.Errno is { } errno)
        {
            throw new KernelException(outcome.Operation ?? "", outcome.Target ?? "", (Errno)errno, outcome.ExtendedAck);
        }
    }
}
