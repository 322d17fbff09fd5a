using MdevDesired.Cli.Terminals;
using Xunit;

namespace MdevDesired.Tests.Cli;

public sealed class DurationWordsTests
{
    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(500, "500 ms")]
    [InlineData(30_000, "30 s")]
    [InlineData(90_000, "1 min 30 s")]
    [InlineData(90_000_000, "25 h")]
    public void Reads_as_people_write_it(int milliseconds, string words) =>
        Assert.Equal(words, DurationWords.Of(TimeSpan.FromMilliseconds(milliseconds)));
}
