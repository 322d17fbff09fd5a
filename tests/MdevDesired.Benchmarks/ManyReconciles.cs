using System.Diagnostics;
using System.Globalization;
using System.Text;
using MdevDesired.Applying;
using MdevDesired.Planning.Mdevs;
using MdevDesired.Reporting.Watching;
using MdevDesired.Tests.Cli.Watching;
using MdevDesired.Tests.Doubles;

namespace MdevDesired.Benchmarks;

/// <summary>Whether the service's memory stays flat: ten thousand reconciles on a simulated host, some of which fail or get other documents.</summary>
internal static class ManyReconciles
{
    private static readonly int[] Marks = [100, 1_000, 2_500, 5_000, 10_000];

    /// <summary>The collector's heap and the process' resident memory after so many reconciles.</summary>
    public static string Measure()
    {
        var table = new StringBuilder("reconciles  heap kB  resident kB\n");
        using var bench = new WatchBench(Scene.Host());
        bench.Write(("a.yaml", Documents.Document("a", Documents.Mtty(1, 2) + Documents.Nic(3))));
        bench.Turn();
        for (var turn = 1; turn <= Marks[^1]; turn++)
        {
            Turn(bench, turn);
            if (Marks.Contains(turn))
            {
                table.Append(CultureInfo.InvariantCulture, $"{turn,10}  {GC.GetTotalMemory(forceFullCollection: true) / 1024,7}  {Resident(),11}\n");
            }
        }

        var tally = bench.Status.Tally;
        return table.Append(CultureInfo.InvariantCulture, $"{tally.Reconciles.Values.Sum()} in all, {tally.Applies} of them with changes, {tally.Failures.Values.Sum()} refusals\n").ToString();
    }

    private static void Turn(WatchBench bench, int turn)
    {
        bench.Fault = turn % 7 == 0 ? action => action is CreateMdev ? Errno.EIO : null : _ => null;
        if (turn % 10 == 0)
        {
            bench.Write(("b.yaml", Documents.Document("b", Documents.Nic(100 + (turn % 30)))));
        }
        else if (bench.Host.Observe(Scene.Id(1)) is not null)
        {
            bench.RemoveByHand(Scene.Mtty, 1);
        }
        else
        {
            bench.Hear(WatchTrigger.Host);
        }

        bench.Turn();
    }

    private static long Resident()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1024;
    }
}
