using MdevDesired.Diagnostics;
using Xunit;

namespace MdevDesired.Tests.Diagnostics;

public sealed class UserTextTests
{
    [Theory]
    [InlineData("mtty", "\"mtty\"")]
    [InlineData("grün 端末", "\"grün 端末\"")]
    [InlineData("", "\"\"")]
    [InlineData("\u001b[31m", "\"\\u001b[31m\"")]
    [InlineData("a\r\nb", "\"a\\u000d\\u000ab\"")]
    [InlineData("\u009b31m", "\"\\u009b31m\"")]
    [InlineData("\u202eabc", "\"\\u202eabc\"")]
    public void Quotes_text_so_that_a_terminal_obeys_none_of_it(string text, string quoted) =>
        Assert.Equal(quoted, UserText.Quote(text));

    [Fact]
    public void Escapes_half_a_character() => Assert.Equal("\"\\ud800\"", UserText.Quote("\ud800"));

    [Fact]
    public void Cuts_long_text() =>
        Assert.Equal($"\"{new string('x', UserText.Shown)}…\"", UserText.Quote(new string('x', 1_000_000)));
}
