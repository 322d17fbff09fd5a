using System.Runtime.CompilerServices;
using MdevDesired.Applying;
using MdevDesired.Loading;
using MdevDesired.Planning;
using MdevDesired.Rendering.Pages;
using MdevDesired.Rendering.Plans;
using MdevDesired.Simulation;
using MdevDesired.Simulation.Snapshots;
using Snapshooter;
using Snapshooter.Xunit;
using Xunit;

namespace MdevDesired.Tests.Planning;

/// <summary>Each folder under Scenarios has a desired.yaml and an observed.yaml; the plan is the snapshot of that name.</summary>
public class ScenarioTests
{
    public static TheoryData<string> Scenarios =>
        [.. Directory.EnumerateDirectories(Folder()).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Plans_as_the_snapshot_shows(string scenario)
    {
        var desired = DesiredStateLoader.Load([Read(scenario, "desired.yaml")], "node-7");
        var observed = SnapshotReader.Read(Read(scenario, "observed.yaml"));
        Assert.Equal([], desired.Diagnostics.Concat(observed.Diagnostics).Select(diagnostic => diagnostic.ToString()));

        var snapshot = observed.Snapshot!;
        var host = new SimulatedHost(snapshot);
        var plan = HostAssessment.Of(host, desired.State, snapshot.Ledger, PlanOptions.Default).Plan;
        Snapshot.Match(PlanText.Render(plan, Palette.Plain), SnapshotNameExtension.Create(scenario));
    }

    private static SourceText Read(string scenario, string file) => new(file, File.ReadAllBytes(Path.Combine(Folder(), scenario, file)));

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Scenarios");
}
