using MdevDesired.Applying;
using MdevDesired.Diagnostics;
using MdevDesired.Planning;
using MdevDesired.Rendering.Plans;
using MdevDesired.Rendering.Reports;

namespace MdevDesired.Cli.Terminals;

/// <summary>Writes a line for each sub device that is finished: for logs.</summary>
internal sealed class LineDisplay(TextWriter log) : IProgressDisplay
{
    public ApplyReport During(int devices, Func<IApplyProgress, ApplyReport> work) => work(new Lines(log, devices));

    private sealed class Lines(TextWriter log, int devices) : IApplyProgress
    {
        private int _finished;

        public void Started(DeviceChange change)
        {
        }

        public void Finished(DeviceOutcome outcome)
        {
            var device = $"{outcome.Change.Parent} {ChangeLook.Name(outcome.Change) ?? outcome.Change.Id.Label}";
            log.Write(UserText.Escape($"[{++_finished}/{devices}] {device}: {OutcomeWords.Of(outcome)}") + "\n");
        }

        public void RollingBack() => log.Write("Rolling back: what this run did is undone.\n");
    }
}
