using MdevDesired.Loading;
using Xunit;

namespace MdevDesired.Tests.Loading;

public sealed class DesignDocumentTests
{
    private static readonly string File = Path.Combine(RepositoryFolder.Root, "tests", "MdevDesired.Tests", "Loading", "whole-format.yaml");

    [Fact]
    public void A_document_with_every_key_breaks_no_rule_but_that_some_are_not_supported_yet()
    {
        var result = DesiredStateLoader.Load([Sources.File(File, "whole-format.yaml")], host: null);
        Assert.Equal(
            ["31:11 count", "41:7 match", "42:33 count"],
            result.Diagnostics.Select(found => $"{found.Span!.Value.Start.Line}:{found.Span.Value.Start.Column} {found.Message.Split('"')[1]}"));
        Assert.All(result.Diagnostics, found => Assert.Equal(LoadingCodes.NotSupportedYet, found.Code));
    }
}
