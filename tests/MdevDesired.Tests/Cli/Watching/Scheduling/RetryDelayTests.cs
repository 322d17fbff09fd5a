using MdevDesired.Cli.Watching.Scheduling;
using Xunit;

namespace MdevDesired.Tests.Cli.Watching.Scheduling;

public class RetryDelayTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(9, 256)]
    [InlineData(10, 300)]
    [InlineData(int.MaxValue, 300)]
    public void Doubles_from_a_second_to_five_minutes(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryDelay.After(failures));
}
