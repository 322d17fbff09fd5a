using MdevDesired.Cli;
using Xunit;

namespace MdevDesired.Tests.Cli;

/// <summary>A ledger that this program does not understand is told of, and the run goes on as if every device were made by others.</summary>
public sealed class LedgerTroubleTests : IDisposable
{
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("half a led", "MD0201")]
    [InlineData("""{ "version": 7, "entries": [] }""", "MD0202")]
    public void Is_told_of_and_kept(string text, string code)
    {
        var ledger = _session.File("run/mdev-desired/ledger.json", text);
        var one = _session.File("one.yaml", Examples.One);
        Assert.Equal(ExitCode.Partial, _session.Run("apply", "--root", _session.Folder, "-f", one));
        Assert.Contains($"warning {code}", _session.Err, StringComparison.Ordinal);
        Assert.Contains("who made the devices is not known", string.Join(' ', _session.Err.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(ledger));
    }
}
