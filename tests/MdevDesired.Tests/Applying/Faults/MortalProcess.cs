using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Planning;
using MdevDesired.Simulation;
using MdevDesired.Tests.Doubles;
using Xunit;

namespace MdevDesired.Tests.Applying.Faults;

/// <summary>A process that is killed at one action: from then on neither the host nor the ledger hears of it.</summary>
internal sealed class MortalProcess(SimulatedHost host, int last, bool performed) : IOperateHost, ILedgerStore
{
    private int _seen;
    private bool _dead;

    /// <summary>Applies until the kill, which must come.</summary>
    public static void Kill(Bench bench, int last, bool performed, DesiredState desired) => Assert.True(TryKill(bench, last, performed, desired));

    /// <summary>Applies until the kill; false when the run was over before.</summary>
    public static bool TryKill(Bench bench, int last, bool performed, DesiredState desired)
    {
        var mortal = new MortalProcess(bench.Host, last, performed);
        bench.Operations = mortal;
        bench.Store = mortal;
        try
        {
            bench.Apply(desired);
            return false;
        }
        catch (Exception killed) when (killed is InvalidOperationException or NotSupportedException)
        {
            return true;
        }
        finally
        {
            bench.Operations = null;
            bench.Store = null;
        }
    }

    public LedgerReading Load() => host.Load();

    public void Save(Ledger ledger)
    {
        if (!_dead)
        {
            host.Save(ledger);
        }
    }

    public void Perform(PlanAction action)
    {
        var isLast = _seen++ == last;
        _dead |= isLast;
        if (!_dead || (performed && isLast))
        {
            host.Perform(action);
        }

        if (_dead)
        {
            throw new NotSupportedException("killed");
        }
    }
}
