using System.Text;
using MdevDesired.Applying;
using MdevDesired.Linux.Workers;
using MdevDesired.Planning;
using Xunit;

namespace MdevDesired.Tests.Linux.Workers;

public sealed class WorkerLoopTests
{
    private const string Adopt = """{"number":3,"kind":"adopt","parent":"mtty","deviceKind":"mdev","device":"69ea1551-d054-46e9-974d-8edae8f0aefe"}""";

    [Fact]
    public void Tells_what_was_done() => Assert.Equal("""{"number":3}""", Run(Adopt, _ => { }));

    [Fact]
    public void Tells_the_kernels_refusal_whole() => Assert.Equal(
        """{"number":3,"operation":"devlink port add","target":"pci/0 sfnum 1","errno":17,"extendedAck":"In use"}""",
        Run(Adopt, _ => throw new KernelException("devlink port add", "pci/0 sfnum 1", Errno.EEXIST, "In use")));

    [Fact]
    public void Tells_of_a_bug_and_goes_on()
    {
        var lines = Run("gibberish\n" + Adopt, _ => { }).Split('\n').Order();
        Assert.Equal("""{"number":3}""", lines.Last());
        Assert.StartsWith("""{"number":0,"bug":"JsonException""", lines.First(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_action_that_takes_long_keeps_no_other_waiting()
    {
        // Each waits for the other: one after the other neither would ever end.
        using var both = new Barrier(2);
        var lines = Run(Adopt + "\n" + Adopt, _ => Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30))));
        Assert.Equal("{\"number\":3}\n{\"number\":3}", lines);
    }

    private static string Run(string input, Action<PlanAction> perform)
    {
        using var output = new MemoryStream();
        WorkerLoop.Run(new Host(perform), new MemoryStream(Encoding.UTF8.GetBytes(input)), output);
        return Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n');
    }

    private sealed class Host(Action<PlanAction> perform) : IOperateHost
    {
        public void Perform(PlanAction action) => perform(action);
    }
}
