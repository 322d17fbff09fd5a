using System.Text;
using CsCheck;
using MdevDesired.Loading;
using MdevDesired.Planning;
using MdevDesired.Saving;
using MdevDesired.Tests.Doubles;
using MdevDesired.Tests.Rendering;
using Newtonsoft.Json.Linq;
using Snapshooter.Xunit;
using Xunit;

namespace MdevDesired.Tests.Saving;

public class SavedPlanTests
{
    private const string Document = "apiVersion: mdevdesired.dev/v1alpha1\n# \u00e4 \ud83d\ude00 \"quoted\" \\ \t tab\nkind: HostDevices\n";

    private static readonly PlanOptions Options = new() { Parent = Scene.Mtty, Adopt = true, PruneRemoved = true };

    [Fact]
    public void Is_written_as_json() => Snapshot.Match(Saved());

    [Fact]
    public Task Conforms_to_its_schema() => Schemas.AssertConformsAsync("saved-plan", Saved());

    [Fact]
    public void Its_schema_describes_the_plan_as_the_plan_s_own_does()
    {
        var (whole, plan) = (Schema("saved-plan"), Schema("plan"));
        Assert.True(JToken.DeepEquals(plan["properties"], whole["definitions"]!["plan"]!["properties"]));
        Assert.All(((JObject)plan["definitions"]!).Properties(), each => Assert.True(JToken.DeepEquals(each.Value, whole["definitions"]![each.Name])));
    }

    [Fact]
    public void Reads_back_as_it_was_written()
    {
        var saved = Read(Saved()).Plan!;
        Assert.Equal(("node-7", Options), (saved.Host, saved.Options));
        Assert.Equal(["rack7.yaml", "<stdin>"], saved.Documents.Select(document => document.Path));
        Assert.Equal([Document, ""], saved.Documents.Select(document => Encoding.UTF8.GetString(document.Bytes.Span)));
        Assert.True(saved.Plan.DoesAs(PlanPicture.Of(Samples.Plan())));
        Assert.Equal(PlanPicture.LinesOf(Samples.Plan()), saved.Plan.Lines);
    }

    [Fact]
    public void Another_value_is_another_plan()
    {
        var other = new Bench(Scene.Host()).Plan(Scene.Desired(Scene.Parent(Scene.Mtty, Scene.Mdev(1, "mtty-1"))));
        Assert.False(PlanPicture.Of(Samples.Plan()).DoesAs(PlanPicture.Of(other)));
    }

    [Fact]
    public void What_a_plan_only_says_is_no_other_plan()
    {
        var plan = Samples.Plan();
        Assert.True(PlanPicture.Of(plan).DoesAs(PlanPicture.Of(plan with { InSync = 99, Findings = [] })));
    }

    [Theory]
    [InlineData("", "it is empty", "plan --out")]
    [InlineData("{", "it is cut off", "plan --out")]
    [InlineData("{ \"apiVersion\": x }", "it is not JSON", "plan --out")]
    [InlineData("apiVersion: mdevdesired.dev/v1alpha1\nkind: HostDevices\n", "it is not JSON", "given with -f")]
    [InlineData("[]", "the whole is no mapping", "plan --out")]
    [InlineData("null", "the whole is no mapping", "plan --out")]
    [InlineData("{}", "it lacks \"kind\"", "plan --out")]
    [InlineData("{ \"kind\": 7 }", "\"kind\" is no text", "plan --out")]
    [InlineData("{ \"kind\": \"\\ud800\" }", "\"kind\" is no valid text", "plan --out")]
    [InlineData("{ \"kind\": \"Plan\" }", "its kind is \"Plan\"", "plan --out")]
    [InlineData("{ \"kind\": \"HostDevices\" }", "its kind is \"HostDevices\"", "given with -f")]
    [InlineData("{ \"kind\": \"ObservedState\" }", "its kind is \"ObservedState\"", "given with --observed")]
    [InlineData("{ \"kind\": \"\\u001b[2J\" }", "its kind is \"\\u001b[2J\"", "plan --out")]
    public void A_file_of_another_kind_is_told(string text, string why, string hint)
    {
        var problem = Read(text).Problem!;
        Assert.Equal(SavedPlanCodes.NotASavedPlan, problem.Code);
        Assert.Contains($"the file is no saved plan: {why}", problem.Message, StringComparison.Ordinal);
        Assert.Contains(hint, problem.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"options\": {", "\"options\": 1, \"x\": {", "\"options\" is no mapping")]
    [InlineData("\"adopt\": true", "\"adopt\": \"yes\"", "\"adopt\" is no boolean")]
    [InlineData("\"parent\": \"mtty\",\n    \"adopt\"", "\"parent\": \"a/b/c\",\n    \"adopt\"", "has more than one \"/\"")]
    [InlineData("\"documents\": [", "\"documents\": [ 1,", "an item of \"documents\" is no mapping")]
    [InlineData("\"path\": \"rack7.yaml\"", "\"file\": \"rack7.yaml\"", "it lacks \"path\"")]
    [InlineData("\"text\": [", "\"text\": [ {},", "an item of \"text\" is no text")]
    [InlineData("\"changes\": [", "\"changed\": [", "it lacks \"changes\"")]
    public void What_was_changed_in_the_file_is_told(string from, string to, string why)
    {
        Assert.Contains(from, Saved(), StringComparison.Ordinal);
        Assert.Contains(why, Read(Saved().Replace(from, to, StringComparison.Ordinal)).Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_version_is_told()
    {
        var problem = Read(Saved().Replace("dev/v1alpha1\",\n  \"kind\": \"SavedPlan\"", "dev/v2\",\n  \"kind\": \"SavedPlan\"", StringComparison.Ordinal)).Problem!;
        Assert.Equal(SavedPlanCodes.OtherVersion, problem.Code);
        Assert.Contains("\"mdevdesired.dev/v2\"; this program knows mdevdesired.dev/v1alpha1", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_host_is_told()
    {
        var problem = SavedPlanReader.Read(Source(Saved()), "node-8").Problem!;
        Assert.Equal(SavedPlanCodes.OtherHost, problem.Code);
        Assert.Contains("was made for host \"node-7\", and this is \"node-8\"", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_cut_off_anywhere_is_told()
    {
        var bytes = Encoding.UTF8.GetBytes(Saved().TrimEnd());
        for (var length = 0; length < bytes.Length; length += 97)
        {
            Assert.Equal(SavedPlanCodes.NotASavedPlan, SavedPlanReader.Read(new("x", bytes.AsMemory(0, length)), "node-7").Problem!.Code);
        }
    }

    [Fact]
    public void Garbage_is_never_more_than_a_diagnostic() =>
        Gen.Select(Gen.Int[0, 4000], Gen.Byte).Sample((place, value) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Saved());
            bytes[place % bytes.Length] = value;
            var reading = SavedPlanReader.Read(new("x", bytes), "node-7");
            Assert.True(reading.Plan is null != reading.Problem is null);
        }, iter: 500);

    private static string Saved() => SavedPlanDocument.Render(Samples.Plan(), Options, [Source(Document, "rack7.yaml"), Source("", "<stdin>")]);

    private static SavedPlanReading Read(string text) => SavedPlanReader.Read(Source(text), "node-7");

    private static SourceText Source(string text, string path = "x.plan") => new(path, Encoding.UTF8.GetBytes(text));

    private static JObject Schema(string name) =>
        JObject.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Root, "schemas", $"{name}.v1alpha1.schema.json")));
}
