using System.Text.Json;
using System.Text.RegularExpressions;
using MdevDesired.Tests.Cli;
using Xunit;

namespace MdevDesired.Tests.Packaging;

/// <summary>The manual pages say what the program does, all of it.</summary>
public sealed class ManualTests
{
    private static readonly string Commands8 = Page(8);
    private static readonly string Document5 = Page(5);

    [Fact]
    public void Every_command_has_an_entry() =>
        Assert.All(Commanded.Verbs(), verb => Assert.Contains($"\n.It Cm {verb}\n", Commands8, StringComparison.Ordinal));

    [Fact]
    public void Every_option_has_an_entry() =>
        Assert.All(Commanded.Options(), option =>
            Assert.Matches($@"(?m)^\.It (?:Fl [a-z] , )?Fl (?:Fl )?{Regex.Escape(option)}(?: |$)", Commands8));

    [Fact]
    public void Every_exit_code_has_an_entry() =>
        Assert.All(Enum.GetValues<MdevDesired.Cli.ExitCode>(), code => Assert.Contains($"\n.It {(int)code}\n", Commands8, StringComparison.Ordinal));

    [Fact]
    public void Every_key_of_the_document_is_described()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Root, "schemas/desired-state.v1alpha1.schema.json")));
        var keys = Keys(schema.RootElement).Distinct().ToList();
        Assert.Contains("hwAddr", keys);
        Assert.All(keys, key => Assert.Matches($@"(?m)^\.(?:It )?Ic {key}(?: |$)", Document5));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    public void Sentences_begin_on_lines_of_their_own(int section) => Assert.DoesNotMatch(@"(?m)^[^.].*[a-z]{2}\. [A-Z]", Page(section));

    [CommandFact("mandoc")]
    public void Page_8_is_correct() => Check("mdev-desired.8");

    [CommandFact("mandoc")]
    public void Page_5_is_correct() => Check("mdev-desired.5");

    private static void Check(string page)
    {
        var (code, output, complaint) = Commands.Run("mandoc", "-T", "lint", "-W", "warning", PathOf(page));
        Assert.Equal((0, "", ""), (code, output, complaint));
    }

    private static string Page(int section) => File.ReadAllText(PathOf($"mdev-desired.{section}"));

    private static string PathOf(string page) => Path.Combine(RepositoryFolder.Root, "src/packaging/man", page);

    private static IEnumerable<string> Keys(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(pair =>
            (pair.Name == "properties" ? pair.Value.EnumerateObject().Select(key => key.Name) : []).Concat(Keys(pair.Value))),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(Keys),
        _ => [],
    };
}
