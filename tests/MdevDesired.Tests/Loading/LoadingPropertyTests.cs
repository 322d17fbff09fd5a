using System.Text;
using CsCheck;
using MdevDesired.Loading;
using Xunit;

namespace MdevDesired.Tests.Loading;

public sealed class LoadingPropertyTests
{
    private static readonly string[] Corpus =
    [
        .. MistakeScenario.Names.SelectMany(MistakeScenario.Read).Where(source => source.Bytes.Length < 4000).Select(Text),
        .. Directory.GetFiles(Path.Combine(RepositoryFolder.Root, "examples"), "*.yaml").Select(File.ReadAllText),
    ];

    private static readonly string[] Tokens =
    [
        ":", ": ", "- ", "\n", "\n  ", "\n      ", "[", "]", "{", "}", ",", "&a ", "*a", "<<: ", "!!str ", "!x ", "'", "\"", "|", ">-\n", "?", "? ", "#", " #",
        "---\n", "...\n", "%YAML 1.1\n", "null", "~", "true", "0x", "-1", "\t", "\r", "\0", "\u0085", "\u2028", "\ufeff", "\ud83d\ude00", "é", "\\", "@", "`", "%",
    ];

    private static readonly Gen<string> Mutated =
        from text in OneOf(Corpus)
        from edits in Gen.Select(Gen.Int[0, 4000], Gen.Int[0, 12], OneOf(Tokens)).Array[1, 6]
        select edits.Aggregate(text, (edited, edit) => Edit(edited, edit.Item1, edit.Item2, edit.Item3));

    [Fact]
    public void Whatever_the_bytes_are_there_is_a_state_or_an_error() =>
        Gen.Byte.Array[0, 200].Sample(bytes => Assert.True(IsAnswered(bytes)), iter: 3_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Whatever_the_text_is_there_is_a_state_or_an_error() =>
        OneOf(Tokens).Array[0, 60].Sample(tokens => Assert.True(IsAnswered(Bytes(string.Concat(tokens)))), iter: 5_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void However_a_document_is_spoiled_there_is_a_state_or_an_error() =>
        Mutated.Sample(text => Assert.True(IsAnswered(Bytes(text))), iter: 5_000, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void The_order_of_files_and_documents_does_not_matter()
    {
        var documents = Enumerable.Range(0, 6).Select(Document).ToArray();
        var expected = Load([string.Join("---\n", documents)]).State;
        Assert.Equal(6, expected.Documents.Count);
        Gen.Select(Gen.Shuffle(documents), Gen.Int[1, 6]).Sample((shuffled, size) =>
        {
            var state = Load([.. shuffled.Chunk(size).Select(chunk => string.Join("---\n", chunk))]).State;
            Assert.Equal(Described(expected), Described(state));
        });
    }

    // Two of the six list the same parents, one of them by its bare name.
    private static string Document(int number) => Sources.Document(
        $"d{number}",
        Sources.Parent(number == 1 ? "card0" : $"pci/card{number / 2}", $"n{number}", $"69ea1551-d054-46e9-974d-{9 - number:x12}")
            + (number % 2 == 0 ? "      optional: true\n" : ""));

    private static string Described(Model.DesiredState state) => string.Join('\n', state.Parents.Select(parent =>
        $"{parent.Address} {parent.Optional} {parent.Prune} {string.Join(',', parent.ListedBy)} {string.Join(',', parent.ManagedBy)} "
        + string.Join(',', parent.SubDevices.Select(device => $"{device.Document}/{device.Name}={device.Id}"))));

    private static LoadResult Load(string[] texts) => Sources.Load(texts);

    // Also: every place is a real one, no message drives a terminal, and only a faultless input has a state.
    private static bool IsAnswered(byte[] bytes)
    {
        var result = DesiredStateLoader.Load([new SourceText("fuzz.yaml", bytes)], "node-7");
        return result.Diagnostics.All(found => found.Span is { Start: { Line: > 0, Column: > 0 } } && !$"{found}{found.Hint}".Any(char.IsControl))
            && (result.HasErrors ? result.State.Documents.Count == 0 : result.State.Documents.Count <= result.Documents.Count);
    }

    private static string Edit(string text, int at, int removed, string inserted)
    {
        var start = Math.Min(at, text.Length);
        return text.Remove(start, Math.Min(removed, text.Length - start)).Insert(start, inserted);
    }

    private static Gen<string> OneOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(SourceText source) => Encoding.UTF8.GetString(source.Bytes.Span);
}
