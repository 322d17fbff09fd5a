using Xunit;

namespace MdevDesired.KernelTests.Machines;

/// <summary>One machine for all tests of a class. Derive for each kind of machine: xunit makes fixtures without arguments.</summary>
public abstract class MachineFixture(MachineOptions options) : IAsyncLifetime
{
    private VirtualMachine? _machine;

    public VirtualMachine Machine => _machine ?? throw new InvalidOperationException("The machine has not booted.");

    /// <summary>False when all tests are skipped.</summary>
    protected bool HasBooted => _machine is not null;

    public virtual async Task InitializeAsync()
    {
        // xunit makes the fixture even when every test of the class is skipped.
        if (MachineParts.MaySkip && MachineParts.Missing is not null)
        {
            return;
        }

        _machine = await VirtualMachine.BootAsync(options);
    }

    public async Task DisposeAsync()
    {
        if (_machine is not null)
        {
            await _machine.DisposeAsync();
        }
    }
}
