using MdevDesired.KernelTests.Devlink;
using MdevDesired.KernelTests.Machines;
using Xunit;

namespace MdevDesired.KernelTests.Safety;

/// <summary>The same with subfunctions and the settings of their parents.</summary>
[Collection(SubfunctionGroup.Name)]
public sealed class SubfunctionRollbackTests(SubfunctionMachine fixture) : SubfunctionTest(fixture)
{
    [MachineTheory]
    [InlineData("port_add", 2)]
    [InlineData("activate", 2)]
    public async Task A_parent_is_in_legacy_mode_again_without_subfunctions(string operation, int nth)
    {
        await SetAsync($"fail_{operation}_nth", nth);
        var result = await RunOnAsync(Parent(Pf0, "io_eq_size", 64, 88, 89, 90), "apply --rollback");
        await SetAsync($"fail_{operation}_nth", 0);
        Assert.True(result.ExitCode == 4, result.ToString());
        Assert.Contains("Verified: the host is as it was before.", result.Stdout, StringComparison.Ordinal);
        Assert.Equal(0, await CountSubfunctionsAsync());
        Assert.Equal("legacy", await EswitchAsync(Pf0));
        Assert.Equal("1024", await ParamAsync(Pf0, "io_eq_size"));
        await ApplyAsync(Parent(Pf0, "io_eq_size", 64, 88, 89, 90));
    }

    [MachineTheory]
    [InlineData("port_add")]
    [InlineData("activate")]
    public async Task What_was_removed_is_there_again(string operation)
    {
        var before = Parent(Pf0, "io_eq_size", 1024, 88, 89);
        await ApplyAsync(before);
        var subfunctions = await SubfunctionsAsync(Pf0);
        // The run's second operation fails, and the third one is its undoing.
        await SetAsync($"fail_{operation}_nth", 2);
        var result = await RunOnAsync(Parent(Pf0, "io_eq_size", 1024, 89, 90, 91), "apply --rollback");
        await SetAsync($"fail_{operation}_nth", 0);
        Assert.True(result.ExitCode == 4, result.ToString());
        Assert.Contains("Verified: the host is as it was before.", result.Stdout, StringComparison.Ordinal);
        Assert.Equal(subfunctions, await SubfunctionsAsync(Pf0));
        await AssertNothingToDoAsync(before);
    }

    private static string Parent(string parent, string param, int value, params int[] numbers) =>
        $"    - device: {parent}\n"
        + $"      devlink: {{ params: [{{ name: {param}, value: {value} }}], eswitch: {{ mode: switchdev }} }}\n"
        + "      subDevices:\n"
        + string.Concat(numbers.Select(number => $"        - {{ name: sf-{number}, subfunction: {{ sfnum: {number} }} }}\n"));
}
