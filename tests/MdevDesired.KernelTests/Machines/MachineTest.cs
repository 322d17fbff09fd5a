using Xunit;

namespace MdevDesired.KernelTests.Machines;

/// <summary>
/// Base of the tests in a machine that is shared, by a class or by a collection of classes: a test also fails when the kernel
/// complains meanwhile.
/// </summary>
public abstract class MachineTest(MachineFixture fixture) : IAsyncLifetime
{
    protected VirtualMachine Machine => fixture.Machine;

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual Task DisposeAsync()
    {
        Machine.ThrowOnKernelProblems();
        return Task.CompletedTask;
    }
}

/// <summary>The same for a class that has a machine of its own.</summary>
public abstract class MachineTest<TFixture>(TFixture fixture) : MachineTest(fixture), IClassFixture<TFixture>
    where TFixture : MachineFixture;
