using MdevDesired.Applying;
using MdevDesired.Diagnostics;
using MdevDesired.Planning;
using MdevDesired.Rendering.Plans;
using Spectre.Console;

namespace MdevDesired.Cli.Terminals;

/// <summary>Shows one live line with a bar on a terminal, and takes it away at the end.</summary>
internal sealed class LiveDisplay(TextWriter terminal, bool noColor) : IProgressDisplay
{
    private const int LongestName = 24;

    public ApplyReport During(int devices, Func<IApplyProgress, ApplyReport> work)
    {
        var console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = noColor ? ColorSystemSupport.NoColors : ColorSystemSupport.Standard,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(terminal),
        });
        return console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(Spinner.Known.Line), new ProgressBarColumn(), new CountColumn(), new TaskDescriptionColumn())
            .Start(context => work(new Bar(context.AddTask("applying", maxValue: devices))));
    }

    private sealed class Bar(ProgressTask task) : IApplyProgress
    {
        public void Started(DeviceChange change)
        {
            var name = UserText.Escape(change.Name ?? change.Id.ToString()!);
            task.Description = Markup.Escape($"{ChangeLook.Word(change.Kind)} {(name.Length > LongestName ? name[..LongestName] : name)}");
        }

        public void Finished(DeviceOutcome outcome) => task.Increment(1);

        public void RollingBack() => task.Description = "rolling back";
    }
}
