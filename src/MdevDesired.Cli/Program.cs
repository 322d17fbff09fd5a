using MdevDesired.Applying;
using MdevDesired.Cli.Input;
using MdevDesired.Cli.Terminals;
using MdevDesired.Diagnostics;
using MdevDesired.Linux.State;

namespace MdevDesired.Cli;

/// <summary>The program.</summary>
internal static class Program
{
    public static int Main(string[] args) => (int)Run(args, Surroundings.OfProcess());

    /// <summary>The whole program in given surroundings. The one place that catches everything: nobody shall see a stack trace.</summary>
    public static ExitCode Run(IReadOnlyList<string> args, Surroundings surroundings)
    {
        try
        {
            var code = CommandLine.Run(args, surroundings);
            surroundings.Output.Flush();
            return code;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (HostLockedException locked)
        {
            Fail(surroundings, locked.Message, locked.Hint);
            return ExitCode.Locked;
        }
        catch (KernelException refusal)
        {
            return Fail(surroundings, refusal.Message, ErrnoMeaning.Hint(refusal.Errno));
        }
        catch (IOException refusal) when (FileRefusal.Of(refusal) is { } errno)
        {
            return Fail(surroundings, $"the result cannot be written: {errno}", ErrnoMeaning.Hint(errno));
        }
#pragma warning disable CA1031 // Whatever it is, it is our own bug.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            return Fail(surroundings, $"internal error: {bug.GetType().Name}: {bug.Message}", "please report this, with the command and the input");
        }
    }

    private static ExitCode Fail(Surroundings surroundings, string message, string? hint)
    {
        var error = surroundings.ErrorOf(Severity.Error);
        error.Write($"error: {UserText.Escape(message)}\n");
        if (hint is not null)
        {
            error.Write($"  hint: {UserText.Escape(hint)}\n");
        }

        return ExitCode.Error;
    }
}
