using MdevDesired.Model;
using MdevDesired.Planning.Attributes;
using Xunit;

namespace MdevDesired.Tests.Planning.Attributes;

public class AttributeComparisonTests
{
    [Fact]
    public void Writes_nothing_when_the_read_value_means_the_same() =>
        Assert.Empty(Writes(["enable_roce=1"], ["enable_roce=Y"]));

    [Fact]
    public void Writes_a_value_that_differs() =>
        Assert.Equal(["max_rq=8"], Writes(["max_rq=8"], ["max_rq=4"]));

    [Fact]
    public void Compares_a_repeated_attribute_with_its_last_value_and_writes_all_of_them() =>
        Assert.Equal(["mode=a", "mode=b"], Writes(["mode=a", "mode=b"], ["mode=a"]));

    [Fact]
    public void Compares_what_cannot_be_read_with_what_was_written() =>
        Assert.Equal(["secret=2"], Writes(["secret=2"], [], ["secret=1"]));

    [Fact]
    public void Writes_nothing_when_what_cannot_be_read_was_written_so() =>
        Assert.Empty(Writes(["secret=0x2"], [], ["secret=2"]));

    [Fact]
    public void Takes_what_cannot_be_read_of_a_foreign_device_for_different() =>
        Assert.Equal(["secret=2", "assign_queue=1"], Writes(["secret=2", "assign_queue=1"], [], null));

    [Fact]
    public void Takes_vfio_ap_adapters_and_domains_from_the_matrix_in_hexadecimal() =>
        Assert.Equal(
            ["unassign_adapter=16", "assign_adapter=6", "assign_domain=0xab"],
            Writes(["assign_adapter=5", "assign_adapter=6", "assign_domain=4", "assign_domain=0xab"], ["matrix=05.0004\n10.0004"]));

    [Fact]
    public void Understands_a_matrix_that_has_only_one_half() =>
        Assert.Equal(["assign_domain=4"], Writes(["assign_adapter=5", "assign_domain=4"], ["matrix=05."]));

    [Fact]
    public void Takes_control_domains_from_their_own_attribute() =>
        Assert.Empty(Writes(["assign_control_domain=171"], ["control_domains=00ab"]));

    [Fact]
    public void Unassigns_what_left_the_list_altogether() =>
        Assert.Equal(["unassign_queue=3"], Writes([], ["queues=3"], ["assign_queue=3"]));

    [Fact]
    public void Takes_back_what_was_written_when_the_set_cannot_be_read() =>
        Assert.Equal(["unassign_queue=3", "assign_queue=4"], Writes(["assign_queue=4"], [], ["assign_queue=3"]));

    private static List<string> Writes(string[] desired, string[] observed, string[]? written = null) =>
    [
        .. new AttributeComparison(
            desired.Select(Value).ToEquatableArray(),
            observed.Select(Value).Select(value => ObservedAttribute.Readable(value.Name, value.Value)).ToEquatableArray(),
            written?.Select(Value).ToEquatableArray())
            .Differences()
            .Select(difference => $"{difference.Write.Name}={difference.Write.Value}"),
    ];

    private static AttributeValue Value(string text) => new(new(text[..text.IndexOf('=')]), text[(text.IndexOf('=') + 1)..]);
}
