using MdevDesired.Cli.Watching.Telling;
using Serilog;
using Serilog.Events;
using Xunit;

namespace MdevDesired.Tests.Cli.Watching.Telling;

public class LogLinesTests
{
    [Theory]
    [InlineData(LogEventLevel.Error, "<3>")]
    [InlineData(LogEventLevel.Warning, "<4>")]
    [InlineData(LogEventLevel.Information, "<6>")]
    public void Gives_the_journal_its_priorities(LogEventLevel level, string prefix) =>
        Assert.Equal($"{prefix}mtty dev-1: created\n", Written(isJournal: true, log => log.Write(level, "{Parent:l} {Device:l}: created", "mtty", "dev-1")));

    [Fact]
    public void Gives_people_the_time_and_a_word() =>
        Assert.Matches(@"^\d\d:\d\d:\d\d\.\d\d\d warning it is late\n$", Written(isJournal: false, log => log.Warning("it is {What:l}", "late")));

    [Fact]
    public void Lets_nothing_begin_a_line_of_its_own() =>
        Assert.Equal("<6>a\\u000a<0>b\n", Written(isJournal: true, log => log.Information("{Text:l}", "a\n<0>b")));

    private static string Written(bool isJournal, Action<ILogger> write)
    {
        using var writer = new StringWriter();
        using var log = new LoggerConfiguration().WriteTo.Sink(new LogLines(writer, isJournal)).CreateLogger();
        write(log);
        return writer.ToString();
    }
}
