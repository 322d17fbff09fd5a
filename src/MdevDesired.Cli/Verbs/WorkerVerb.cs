using System.CommandLine;
using MdevDesired.Cli.Terminals;
using MdevDesired.Linux;
using MdevDesired.Linux.Workers;

namespace MdevDesired.Cli.Verbs;

/// <summary>Performs actions for an apply, which starts this as a process of its own; not for people.</summary>
internal sealed class WorkerVerb(Surroundings surroundings)
{
    public Command Command()
    {
        var command = new Command(WorkerProcess.Verb) { Hidden = true };
        command.SetAction(_ => (int)Run());
        return command;
    }

    private ExitCode Run()
    {
        using var kernel = new KernelHost(HostRoot.Running);
        using var output = new StandardStream(1);
        WorkerLoop.Run(kernel, surroundings.OpenInput(), output);
        return ExitCode.Done;
    }
}
