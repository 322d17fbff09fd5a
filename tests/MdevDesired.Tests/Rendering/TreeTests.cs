using MdevDesired.Rendering.Trees;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace MdevDesired.Tests.Rendering;

public class TreeTests
{
    public static TheoryData<string> Texts =>
    [
        "plain", "two words", "", " ", "no", "Yes", "NULL", "~", "12", "1e3", "0x1f", "12:30:45", "2001-01-01", "a: b", "a:", "- a", "#x", "a #b",
        "pci/0000:05:00.0", "69ea1551-d054-46e9-974d-8edae8f0aefe", "it's \"so\"", "two\nlines\n", "\ttab", "\u001b[2J\u009b\u0085\u007f", "naïve ☃ 𝄞", "\\u0041", "%x", "@x", "[a]",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Yaml_keeps_text_text(string text)
    {
        var yaml = TreeWriter.Render(TreeSyntax.Yaml, tree => tree.Map(() => tree.Entry("key", text)));
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var value = (YamlScalarNode)((YamlMappingNode)stream.Documents[0].RootNode)["key"];
        Assert.Equal(text, value.Value);
        Assert.DoesNotContain(yaml, character => char.IsControl(character) && character is not ('\n' or '\t'));
    }

    [Theory]
    [InlineData("no")]
    [InlineData("12")]
    [InlineData("1e3")]
    [InlineData("0o7")]
    [InlineData("2001-01-01")]
    [InlineData("~")]
    public void Yaml_quotes_what_a_reader_could_take_for_something_else(string text) =>
        Assert.Equal($"key: \"{text}\"\n", TreeWriter.Render(TreeSyntax.Yaml, tree => tree.Map(() => tree.Entry("key", text))));

    [Theory]
    [InlineData("mtty-2")]
    [InlineData("pci/0000:05:00.0")]
    [InlineData("69ea1551-d054-46e9-974d-8edae8f0aefe")]
    public void Yaml_leaves_plain_what_is_plain(string text) =>
        Assert.Equal($"key: {text}\n", TreeWriter.Render(TreeSyntax.Yaml, tree => tree.Map(() => tree.Entry("key", text))));

    [Fact]
    public void Both_syntaxes_have_the_same_tree()
    {
        static void Document(TreeWriter tree) => tree.Map(() =>
        {
            tree.Entry("number", 7);
            tree.Entry("yes", true);
            tree.Maps("list", [1, 2], number => tree.Entry("item", number));
            tree.List("empty", Array.Empty<string>(), tree.Value);
        });
        Assert.Equal("number: 7\n\"yes\": true\nlist:\n  - item: 1\n  - item: 2\nempty: []\n", TreeWriter.Render(TreeSyntax.Yaml, Document));
        Assert.Equal(
            "{\"number\":7,\"yes\":true,\"list\":[{\"item\":1},{\"item\":2}],\"empty\":[]}",
            TreeWriter.Render(TreeSyntax.Json, Document).Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
    }
}
