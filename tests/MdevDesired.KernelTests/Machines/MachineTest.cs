using Xunit;

namespace MdevDesired.KernelTests.Machines;

/// <summary>Base of the test classes that share a machine: a test also fails when the kernel complains meanwhile.</summary>
public abstract class MachineTest<TFixture>(TFixture fixture) : IClassFixture<TFixture>, IAsyncLifetime
    where TFixture : MachineFixture
{
    protected VirtualMachine Machine => fixture.Machine;

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual Task DisposeAsync()
    {
        Machine.ThrowOnKernelProblems();
        return Task.CompletedTask;
    }
}
