using MdevDesired.Planning.Attributes;
using Xunit;

namespace MdevDesired.Tests.Planning.Attributes;

public class CanonicalValueTests
{
    [Theory]
    [InlineData("1", "Y")]
    [InlineData("1", "on")]
    [InlineData("0", "n\n")]
    [InlineData("0", "False")]
    [InlineData("16", "0x10")]
    [InlineData("255", "0XFF")]
    [InlineData("0", "0x0000")]
    [InlineData("0xABCDEF0123456789abcdef", "0x00abcdef0123456789abcdef")]
    [InlineData("a b", " a\t b\n")]
    public void Takes_for_equal_what_the_kernel_takes_for_equal(string one, string other) =>
        Assert.Equal(CanonicalValue.Of(one), CanonicalValue.Of(other));

    [Theory]
    [InlineData("1", "10")]
    [InlineData("0x", "0")]
    [InlineData("0xfg", "0xf")]
    [InlineData("a b", "ab")]
    [InlineData("007", "7")]
    public void Keeps_apart_what_the_kernel_may_tell_apart(string one, string other) =>
        Assert.NotEqual(CanonicalValue.Of(one), CanonicalValue.Of(other));

    [Theory]
    [InlineData(" Yes ")]
    [InlineData("0x1F")]
    [InlineData("frame_rate_limiter=0,  x=1")]
    public void Is_the_same_when_taken_twice(string text) =>
        Assert.Equal(CanonicalValue.Of(text), CanonicalValue.Of(CanonicalValue.Of(text)));
}
