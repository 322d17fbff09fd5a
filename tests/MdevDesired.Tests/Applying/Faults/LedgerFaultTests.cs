using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Simulation;
using Xunit;
using Xunit.Abstractions;

namespace MdevDesired.Tests.Applying.Faults;

/// <summary>From any save of a run on, the file system of the ledger is full: what is written by then must do for the next run.</summary>
public class LedgerFaultTests(ITestOutputHelper output)
{
    // That a reload was made is not known when that could not be written, and with subfunctions on it the parent refuses another.
    public static TheoryData<string> Scenarios => [.. Scenario.Titles.Where(name => name != "create subfunctions on a parent that is set up first")];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Converges_after_the_ledger_could_not_be_written_any_more(string name)
    {
        var runs = 0;
        foreach (var rollback in new[] { false, true })
        {
            var isFull = true;
            for (var saves = 0; isFull; saves++)
            {
                isFull = IsFullAfter(Scenario.Named(name), name, saves, rollback);
                runs++;
            }
        }

        output.WriteLine($"{runs} runs");
        Assert.True(runs > 2);
    }

    // Half of the runs are undone because their third action is refused.
    private static bool IsFullAfter(Scenario scenario, string name, int saves, bool rollback)
    {
        var bench = scenario.Prepare(rollback);
        var disk = new SmallDisk(bench.Host, saves);
        var seen = 0;
        bench.Store = disk;
        bench.Fault = _ => rollback && seen++ == 2 ? Errno.EIO : null;
        var report = bench.Apply(scenario.After);
        Assert.True(!disk.IsFull || report.Problems.Count > 0 || report.IsRolledBack, $"{name}: nothing is said of save {saves}");
        scenario.AssertConverges(bench, $"{name}: no save after {saves}{(rollback ? ", undone" : "")}");
        return disk.IsFull;
    }

    private sealed class SmallDisk(SimulatedHost host, int saves) : ILedgerStore
    {
        private int _seen;

        public bool IsFull => _seen > saves;

        public LedgerReading Load() => host.Load();

        public void Save(Ledger ledger)
        {
            if (_seen++ >= saves)
            {
                throw new KernelException("write", "/run/mdev-desired/ledger.json", Errno.ENOSPC);
            }

            host.Save(ledger);
        }
    }
}
