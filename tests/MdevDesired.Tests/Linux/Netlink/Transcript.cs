using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace MdevDesired.Tests.Linux.Netlink;

/// <summary>
/// An exchange with a real kernel: datagrams in hexadecimal, <c>&gt;</c> those that were sent and <c>&lt;</c> those that came,
/// over several lines where they are long, after a comment that says which kernel and which command.
/// </summary>
internal sealed record Transcript(ImmutableArray<Transcript.Datagram> Datagrams)
{
    internal readonly record struct Datagram(bool Sent, byte[] Bytes);

    /// <summary>Reads the transcript of that name beside the test.</summary>
    public static Transcript Read(string name, [CallerFilePath] string test = "") =>
        Parse(File.ReadLines(Path.Combine(Folder(test), name + ".txt")));

    /// <summary>The names of all transcripts beside the test.</summary>
    public static IEnumerable<string> Names([CallerFilePath] string test = "") =>
        Directory.EnumerateFiles(Folder(test), "*.txt").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!;

    private static string Folder(string test) => Path.Combine(Path.GetDirectoryName(test)!, "Transcripts");

    private static Transcript Parse(IEnumerable<string> lines)
    {
        var datagrams = new List<(bool Sent, string Hex)>();
        foreach (var line in lines.Where(line => !line.StartsWith('#')))
        {
            if (line.StartsWith(' '))
            {
                datagrams[^1] = (datagrams[^1].Sent, datagrams[^1].Hex + line.Trim());
            }
            else
            {
                datagrams.Add((line[0] == '>', line[1..].Trim()));
            }
        }

        return new Transcript([.. datagrams.Select(found => new Datagram(found.Sent, Convert.FromHexString(found.Hex)))]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Datagrams.Length} datagrams");
}
