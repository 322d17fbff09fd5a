using MdevDesired.KernelTests.Machines;
using Xunit;

namespace MdevDesired.KernelTests;

public sealed class MachineTests(SampleDriverMachine fixture) : MachineTest<SampleDriverMachine>(fixture)
{
    [MachineFact]
    public async Task Keeps_output_errors_and_exit_code_apart()
    {
        var result = await Machine.RunAsync("echo out\necho err >&2\nexit 7");
        Assert.Equal(new CommandResult("out\n", "err\n", 7), result);
    }
}
