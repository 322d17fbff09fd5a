using System.Globalization;
using System.Text;
using MdevDesired.KernelTests.Machines;

namespace MdevDesired.Benchmarks;

/// <summary>Times commands in a machine by turns, so that whatever else the host does slows all of them alike.</summary>
internal static class Rounds
{
    private const int RunsPerTurn = 20;

    // /proc/uptime counts hundredths of a second.
    private const double MillisecondsPerTick = 10;

    /// <summary>For each command, the mean wall time of a run in each round, in ms, ordered. One round that does not count goes before.</summary>
    public static async Task<double[][]> MeasureAsync(VirtualMachine machine, IReadOnlyList<string> commands, int rounds)
    {
        var turns = string.Join('\n', commands.Select((command, index) =>
            $"begin=$(now); for run in $(seq {RunsPerTurn}); do {command} > /dev/null 2>&1; done; echo {index} $(($(now) - begin))"));
        var output = await machine.OutputOfAsync(
            $"now() {{ cut -d' ' -f1 /proc/uptime | tr -d .; }}\nfor round in $(seq 0 {rounds}); do\n{turns}\ndone", TimeSpan.FromMinutes(8));
        var lines = output.Split('\n').Skip(commands.Count).Select(line => line.Split(' ')).ToLookup(
            parts => int.Parse(parts[0], CultureInfo.InvariantCulture),
            parts => long.Parse(parts[1], CultureInfo.InvariantCulture) * MillisecondsPerTick / RunsPerTurn);
        return [.. commands.Select((_, index) => lines[index].Order().ToArray())];
    }

    public static string Table(IReadOnlyList<string> commands, double[][] times)
    {
        var table = new StringBuilder("| command | median | fastest | median against the first |\n| --- | --- | --- | --- |\n");
        for (var i = 0; i < commands.Count; i++)
        {
            table.AppendLine(CultureInfo.InvariantCulture,
                $"| `{commands[i]}` | {Median(times[i]):F1} ms | {times[i][0]:F1} ms | {Median(times[i]) / Median(times[0]):F2} |");
        }

        return table.ToString();
    }

    private static double Median(double[] sorted) => sorted[sorted.Length / 2];
}
