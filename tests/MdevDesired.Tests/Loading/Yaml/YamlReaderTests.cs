using MdevDesired.Loading;
using MdevDesired.Loading.Yaml;
using Xunit;

namespace MdevDesired.Tests.Loading.Yaml;

public sealed class YamlReaderTests
{
    [Fact]
    public void Reads_every_document_that_is_not_empty()
    {
        var documents = Read("---\n# nothing\n---\na: 1\n---\n---\n- 2\n...\n---\nnull\n");
        Assert.Collection(documents, first => Assert.IsType<MappingNode>(first), second => Assert.IsType<SequenceNode>(second));
    }

    [Fact]
    public void Skips_a_byte_order_mark_without_moving_the_columns()
    {
        var root = Assert.IsType<MappingNode>(Assert.Single(Read("\ufeffa: 1")));
        Assert.Equal("test.yaml:1:1", root.Find("a")!.Value.Key.Span.ToString());
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Counts_lines_whatever_ends_them(string end)
    {
        var root = Assert.IsType<MappingNode>(Assert.Single(Read($"# one{end}{end}a:{end}  b: 1{end}")));
        Assert.Equal("test.yaml:4:6", Assert.IsType<MappingNode>(root.Find("a")!.Value.Value).Find("b")!.Value.Value.Span.ToString());
    }

    [Theory]
    [InlineData("\n", "test.yaml:3:2: error MD0003")]
    [InlineData("\r\n", "test.yaml:3:2: error MD0003")]
    [InlineData("\r", "test.yaml:3:2: error MD0003")]
    public void Counts_the_same_lines_to_a_character_that_it_refuses(string end, string expected)
    {
        var findings = new Findings();
        YamlReader.Read(Sources.Text($"a: 1{end}{end} \0"), findings);
        Assert.StartsWith(expected, Assert.Single(findings.Sorted()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Puts_an_alias_where_it_stands_and_leaves_its_content_where_the_anchor_is()
    {
        var root = Assert.IsType<MappingNode>(Assert.Single(Read("a: &a\n  b: 1\nc: *a\n")));
        var aliased = Assert.IsType<MappingNode>(root.Find("c")!.Value.Value);
        Assert.Equal("test.yaml:3:4", aliased.Span.ToString());
        Assert.Equal("test.yaml:2:6", aliased.Find("b")!.Value.Value.Span.ToString());
    }

    [Fact]
    public void Merges_mappings_of_which_the_mapping_itself_wins_and_then_the_first()
    {
        var root = Assert.IsType<MappingNode>(Assert.Single(Read("x:\n  <<: [ { a: 1, b: 1 }, { b: 2, c: 2, d: 2 } ]\n  c: 3\n")));
        var merged = Assert.IsType<MappingNode>(root.Find("x")!.Value.Value);
        Assert.Equal("c=3 a=1 b=1 d=2", string.Join(' ', merged.Entries.Select(entry => $"{entry.Key.Text}={((ScalarNode)entry.Value).Text}")));
    }

    [Theory]
    [InlineData("'8'", "Text")]
    [InlineData("\"true\"", "Text")]
    [InlineData("! 8", "Text")]
    [InlineData("!!str 8", "Text")]
    [InlineData("!!int '8'", "Integer")]
    [InlineData("!!float 8", "Float")]
    [InlineData("|-\n  8", "Text")]
    [InlineData("8 # comment", "Integer")]
    public void Takes_quotes_and_tags_into_account(string value, string kind)
    {
        var root = Assert.IsType<MappingNode>(Assert.Single(Read($"a: {value}\n")));
        Assert.Equal(kind, Assert.IsType<ScalarNode>(root.Find("a")!.Value.Value).Kind.ToString());
    }

    private static IReadOnlyList<YamlNode> Read(string text)
    {
        var findings = new Findings();
        var documents = YamlReader.Read(Sources.Text(text), findings);
        Assert.Empty(findings.Sorted());
        return documents;
    }
}
