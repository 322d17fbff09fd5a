using System.Xml.Linq;
using Xunit;

namespace MdevDesired.Tests.Packaging;

/// <summary>What the package says of whose work it holds.</summary>
public class CopyrightTests
{
    [Fact]
    public void Names_every_library_that_is_compiled_into_the_program()
    {
        var copyright = File.ReadAllText(Path.Combine(RepositoryFolder.Root, "src/packaging/debian/copyright"));
        var libraries = XDocument.Load(Path.Combine(RepositoryFolder.Root, "Directory.Packages.props")).Descendants("ItemGroup")
            .Where(group => group.Attribute("Label")?.Value is "Product" or "The service")
            .SelectMany(group => group.Elements("PackageVersion"))
            .Select(package => package.Attribute("Include")!.Value)
            .ToList();
        Assert.Contains("YamlDotNet", libraries);
        Assert.All(libraries, library => Assert.Contains(library, copyright, StringComparison.Ordinal));
    }
}
