using System.Diagnostics;

namespace MdevDesired.KernelTests.Machines;

/// <summary>QEMU under run.sh, which ends it as soon as this process closes the pipe, crashes or is killed.</summary>
internal sealed class QemuProcess : IDisposable
{
    private readonly Process _supervisor;

    public QemuProcess(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(MachineParts.RunScript, [folder, .. arguments]) { RedirectStandardInput = true };
        _supervisor = Process.Start(start) ?? throw new InvalidOperationException("run.sh was not started.");
    }

    public void Dispose()
    {
        _supervisor.StandardInput.Close();
        if (!_supervisor.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            _supervisor.Kill(entireProcessTree: true);
        }

        _supervisor.Dispose();
    }
}
