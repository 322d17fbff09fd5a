using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace MdevDesired.Tests.Architecture;

/// <summary>Data goes one way through the folders of the core; nothing looks back.</summary>
public partial class DependencyTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Diagnostics"] = [],
        ["Model"] = ["Diagnostics"],
        ["Loading"] = ["Diagnostics", "Model"],
        ["Planning"] = ["Diagnostics", "Model"],
        ["Applying"] = ["Diagnostics", "Model", "Planning"],
        ["Reporting"] = ["Diagnostics", "Model", "Planning", "Applying"],
        ["Rendering"] = ["Diagnostics", "Model", "Loading", "Planning", "Applying", "Reporting"],
        ["Saving"] = ["Diagnostics", "Model", "Loading", "Planning", "Rendering"],
        ["Simulation"] = ["Diagnostics", "Model", "Loading", "Planning", "Applying"],
    };

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(CoreFolder(), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(CoreFolder(), path))
            .Where(path => MayUse.ContainsKey(path.Split('/')[0]))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_uses_only_the_folders_upstream_of_its_own(string file)
    {
        var folder = file.Split('/')[0];
        var used = Namespaces().Matches(File.ReadAllText(Path.Combine(CoreFolder(), file)))
            .Select(match => match.Groups[1].Value)
            .Where(name => name != folder && MayUse.ContainsKey(name));
        Assert.Subset(MayUse[folder].ToHashSet(), used.ToHashSet());
    }

    [Fact]
    public void Every_folder_of_the_core_has_its_rule() =>
        Assert.Subset(
            MayUse.Keys.ToHashSet(),
            Directory.EnumerateDirectories(CoreFolder()).Select(path => Path.GetFileName(path)!).Except(["bin", "obj"]).ToHashSet());

    [Fact]
    public void The_core_calls_no_native_code() =>
        Assert.DoesNotContain(
            typeof(Model.DesiredState).Assembly.GetTypes().SelectMany(type => type.GetMethods(
                BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)),
            method => method.Attributes.HasFlag(MethodAttributes.PinvokeImpl));

    [Theory]
    [InlineData("System.Console")]
    [InlineData("System.IO.File")]
    [InlineData("System.IO.FileInfo")]
    [InlineData("System.IO.FileStream")]
    [InlineData("System.IO.Directory")]
    [InlineData("System.Diagnostics.Process")]
    [InlineData("System.Diagnostics.Stopwatch")]
    [InlineData("System.Net.Sockets.Socket")]
    [InlineData("System.Random")]
    public void The_core_does_not_know(string type) => Assert.DoesNotContain(type, ReferencedTypes());

    [Fact]
    public void The_core_is_seen_to_know_what_it_does_know() => Assert.Contains("System.String", ReferencedTypes());

    private static HashSet<string> ReferencedTypes()
    {
        using var image = new PEReader(File.OpenRead(typeof(Model.DesiredState).Assembly.Location));
        var metadata = image.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")];
    }

    [GeneratedRegex(@"\bMdevDesired\.(\w+)")]
    private static partial Regex Namespaces();

    private static string CoreFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/MdevDesired"));
}
