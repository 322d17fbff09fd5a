using System.Runtime.CompilerServices;

namespace MdevDesired.Tests;

/// <summary>The checkout that these tests were built from.</summary>
internal static class RepositoryFolder
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(ThisFolder(), "..", ".."));

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
