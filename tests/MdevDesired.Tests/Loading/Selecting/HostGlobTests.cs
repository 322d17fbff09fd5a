using MdevDesired.Loading.Selecting;
using Xunit;

namespace MdevDesired.Tests.Loading.Selecting;

public sealed class HostGlobTests
{
    [Theory]
    [InlineData("node-7", "node-7")]
    [InlineData("node-7", "NODE-7")]
    [InlineData("Node-7", "node-7")]
    [InlineData("node-7", "node-7.rack.example")]
    [InlineData("node-7.rack.example", "node-7.rack.example")]
    [InlineData("*.example", "node-7.rack.example")]
    [InlineData("node-*", "node-")]
    [InlineData("node-7*", "node-71")]
    [InlineData("*", "anything")]
    [InlineData("*7*", "node-71")]
    [InlineData("n*d*7", "node-7")]
    [InlineData("**", "x")]
    [InlineData("node-?", "node-7")]
    [InlineData("node-[1-37]", "node-7")]
    [InlineData("node-[1-37]", "node-2")]
    [InlineData("node-[!1-3]", "node-7")]
    [InlineData("node[-_]7", "node_7")]
    public void Matches_the_name_or_its_first_label(string glob, string host) => Assert.True(Parse(glob).Matches(host));

    [Theory]
    [InlineData("node-7", "node-77")]
    [InlineData("node-7", "anode-7")]
    [InlineData("node-?", "node-")]
    [InlineData("node-?", "node-77")]
    [InlineData("node-[1-3]", "node-4")]
    [InlineData("node-[!1-3]", "node-2")]
    [InlineData("node.7", "node-7")]
    [InlineData("rack.example", "node-7.rack.example")]
    [InlineData("*7", "node-71")]
    public void Matches_nothing_else(string glob, string host) => Assert.False(Parse(glob).Matches(host));

    [Theory]
    [InlineData("node-*", "*-7", true)]
    [InlineData("a*", "b*", false)]
    [InlineData("a?", "?b", true)]
    [InlineData("a?", "??b", false)]
    [InlineData("node-[1-3]", "node-[3-5]", true)]
    [InlineData("node-[1-3]", "node-[4-5]", false)]
    [InlineData("node-[!1-3]", "node-[1-3]", false)]
    [InlineData("node-[!a]", "node-[!b]", true)]
    [InlineData("*", "*", true)]
    [InlineData("node-7", "node-7.rack.example", true)]
    [InlineData("*.example", "node-7", true)]
    [InlineData("node-7", "node-8.rack.example", false)]
    [InlineData("*a*b*c*", "*c*b*a*", true)]
    public void Knows_whether_one_host_may_match_two_globs(string one, string other, bool overlap)
    {
        Assert.Equal(overlap, Parse(one).Overlaps(Parse(other)));
        Assert.Equal(overlap, Parse(other).Overlaps(Parse(one)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("[]")]
    [InlineData("[!]")]
    [InlineData("[9-1]")]
    [InlineData("a]")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("ü")]
    [InlineData("a\n")]
    [InlineData("{a,b}")]
    public void Refuses_what_is_no_glob(string text) => Assert.False(HostGlob.TryParse(text, out _));

    private static HostGlob Parse(string text) =>
        HostGlob.TryParse(text, out var glob) ? glob : throw new ArgumentException($"{text} is no glob");
}
