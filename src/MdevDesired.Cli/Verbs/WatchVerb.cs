using System.CommandLine;
using MdevDesired.Cli.Hosts;
using MdevDesired.Cli.Options;
using MdevDesired.Cli.Terminals;
using MdevDesired.Cli.Watching.Hosting;
using MdevDesired.Linux.State;

namespace MdevDesired.Cli.Verbs;

/// <summary>Keeps a host as the documents say: the service.</summary>
internal sealed class WatchVerb(Surroundings surroundings, Option<string> root)
{
    private readonly WatchFlags _flags = new();

    public Command Command()
    {
        var command = new Command("watch", HelpTexts.Watch.Summary);
        _flags.AddTo(command);
        command.SetAction(parsed => (int)Run(parsed));
        return command;
    }

    private ExitCode Run(ParseResult parsed)
    {
        var folder = parsed.GetRequiredValue(root);
        using var place = HostLock.BeService(new(folder));
        WatchHost.Run(_flags.Options(parsed, folder), () => KernelPorts.Of(folder), KernelPorts.Of(folder).Events, surroundings);
        return ExitCode.Done;
    }
}
