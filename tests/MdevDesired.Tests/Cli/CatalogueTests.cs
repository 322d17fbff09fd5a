using MdevDesired.Cli.Verbs;
using Xunit;

namespace MdevDesired.Tests.Cli;

public class CatalogueTests
{
    [Fact]
    public void Gives_each_number_once_in_order()
    {
        var numbers = Catalogue.Codes.Select(code => code.Number).ToList();
        Assert.Equal(numbers.Distinct().Order(), numbers);
    }

    [Fact]
    public void Explains_each_code() =>
        Assert.All(Catalogue.Codes, code => Assert.False(string.IsNullOrWhiteSpace(code.Title) || string.IsNullOrWhiteSpace(code.Explanation)));
}
