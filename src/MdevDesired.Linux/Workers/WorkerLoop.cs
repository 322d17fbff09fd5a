using System.Text.Json;
using MdevDesired.Applying;

namespace MdevDesired.Linux.Workers;

/// <summary>
/// The process that makes the kernel's writes: it takes actions line by line, performs each on a thread of its own, and tells what
/// became of each. When nobody sends any more it ends, as soon as the kernel lets it.
/// </summary>
internal static class WorkerLoop
{
    /// <summary>Returns when the input has ended and every action that was begun has too.</summary>
    public static void Run(IOperateHost host, Stream input, Stream output)
    {
        var gate = new Lock();
        var threads = new List<Thread>();
        using var lines = new StreamReader(input);
        while (lines.ReadLine() is { } line)
        {
            var thread = new Thread(() =>
            {
                var outcome = JsonSerializer.SerializeToUtf8Bytes(Perform(host, line), WorkerJson.Default.OutcomeMessage);
                lock (gate)
                {
                    Tell(output, [.. outcome, (byte)'\n']);
                }
            });
            thread.Start();
            threads.Add(thread);
        }

        threads.ForEach(thread => thread.Join());
    }

    private static OutcomeMessage Perform(IOperateHost host, string line)
    {
        var number = 0;
        try
        {
            var message = JsonSerializer.Deserialize(line, WorkerJson.Default.ActionMessage) ?? throw new FormatException("null is no action");
            number = message.Number;
            host.Perform(ActionText.Read(message));
            return new() { Number = number };
        }
        catch (KernelException refusal)
        {
            return new()
            {
                Number = number,
                Operation = refusal.Operation,
                Target = refusal.Target,
                Errno = (int)refusal.Errno,
                ExtendedAck = refusal.ExtendedAck,
            };
        }
#pragma warning disable CA1031 // Whatever it is, it is our own bug, and the other process tells the user.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            return new() { Number = number, Bug = $"{bug.GetType().Name}: {bug.Message}" };
        }
    }

    // Who asked may have been killed: then nobody is told.
    private static void Tell(Stream output, byte[] line)
    {
        try
        {
            output.Write(line);
            output.Flush();
        }
        catch (IOException)
        {
        }
    }
}
