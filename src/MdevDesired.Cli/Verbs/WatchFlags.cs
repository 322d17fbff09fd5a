using System.CommandLine;
using System.CommandLine.Parsing;
using MdevDesired.Cli.Options;
using MdevDesired.Cli.Watching;
using MdevDesired.Model;

namespace MdevDesired.Cli.Verbs;

/// <summary>The options of watch.</summary>
internal sealed class WatchFlags
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    private readonly Option<string[]> _files = Flags.Files("A document, or a folder of them (*.yaml, *.yml)");
    private readonly Option<ParentAddress?> _parent = Flags.Parent();
    private readonly Option<TimeSpan> _interval = Flags.Duration("--interval", "The longest time without a look at the host, give or take a tenth.", "5m", ShortestInterval);
    private readonly Option<bool> _observeOnly = Flags.Switch("--observe-only", "Report what differs and change nothing.");
    private readonly Option<bool> _adopt = Flags.Adopt();
    private readonly Option<bool> _pruneRemoved = Flags.PruneRemoved();
    private readonly Option<bool> _allowDisruption = Flags.AllowDisruption();
    private readonly Option<TimeSpan?> _timeout = Flags.Timeout();
    private readonly Option<TimeSpan> _lockTimeout = Flags.LockTimeout();
    private readonly Option<string?> _statusFile = new("--status-file") { Description = "Where others read how it stands. Default: /run/mdev-desired/status.json", HelpName = "FILE" };
    private readonly Option<string?> _textfile = new("--textfile") { Description = "Write metrics there too, for node_exporter's textfile collector.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        Option[] options = [_files, _parent, _interval, _observeOnly, _adopt, _pruneRemoved, _allowDisruption, _timeout, _lockTimeout, _statusFile, _textfile];
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.Validators.Add(Reject);
    }

    public WatchOptions Options(ParseResult parsed, string root) => new()
    {
        Root = root,
        Files = parsed.GetValue(_files) ?? [],
        Plan = new()
        {
            Parent = parsed.GetValue(_parent),
            Adopt = parsed.GetValue(_adopt),
            AllowDisruption = parsed.GetValue(_allowDisruption),
            PruneRemoved = parsed.GetValue(_pruneRemoved),
        },
        Times = new()
        {
            Interval = parsed.GetValue(_interval),
        },
        ObserveOnly = parsed.GetValue(_observeOnly),
        Timeout = parsed.GetValue(_timeout),
        LockTimeout = parsed.GetValue(_lockTimeout),
        StatusFile = parsed.GetValue(_statusFile),
        Textfile = parsed.GetValue(_textfile),
    };

    private void Reject(CommandResult result)
    {
        if (result.GetValue(_files) is { } files && files.Contains("-"))
        {
            result.AddError("-f -: standard input ends and does not change; name a file or a folder to watch");
        }
    }
}
