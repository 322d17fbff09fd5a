using MdevDesired.Diagnostics;
using MdevDesired.Loading;
using MdevDesired.Loading.Binding;
using MdevDesired.Loading.Structure;
using MdevDesired.Loading.Yaml;
using MdevDesired.Model;

namespace MdevDesired.Simulation.Snapshots;

/// <summary>Reads a snapshot file (schemas/observed-state.v1alpha1.schema.json): YAML, or JSON, which is YAML too.</summary>
internal static class SnapshotReader
{
    /// <summary>The host of the file, or null beside the diagnostics that say why it is none.</summary>
    public static SnapshotReading Read(SourceText source)
    {
        var findings = new Findings();
        var snapshot = Read(source, findings);
        return new(findings.Any ? null : snapshot, findings.Sorted());
    }

    private static HostSnapshot? Read(SourceText source, Findings findings)
    {
        var documents = YamlReader.Read(source, findings);
        foreach (var document in documents)
        {
            new StructureCheck(EmbeddedSchema.ObservedState, findings).Check(document);
        }

        if (documents.Count > 1)
        {
            findings.Add(documents[1].Span, SnapshotMistakes.SeveralDocuments());
        }

        return findings.Any || documents is not [MappingNode root] ? null : Bind(new Fields(root, Subjects.Document, findings), findings);
    }

    private static HostSnapshot Bind(Fields root, Findings findings)
    {
        var parents = root.NestedItems("parents").Select(parent => new SnapshotParent(parent, findings)).ToList();
        var devices = parents.SelectMany(parent => parent.Devices).ToList();
        ReportTwice(parents.Select(parent => (parent.Observed.Address.ToString(), parent.Span)), findings);
        ReportTwice(devices.Select(device => (device.Observed.Id.ToString()!, device.Span)), findings);
        return new(State(root, parents, devices), Ledger(parents, devices), SnapshotRules.Read(root));
    }

    private static ObservedState State(Fields root, List<SnapshotParent> parents, List<SnapshotDevice> devices) => new()
    {
        Host = root.Text("host", TextForms.Value)?.Value ?? "",
        HasMdevBus = root.Flag("hasMdevBus")?.Value ?? true,
        MdevDrivers = Drivers(root, "mdevDrivers"),
        HasDevlink = root.Flag("hasDevlink")?.Value ?? true,
        AuxiliaryDrivers = Drivers(root, "auxiliaryDrivers"),
        Parents = parents.Select(parent => parent.Observed).OrderBy(parent => parent.Address).ToEquatableArray(),
        Holders = HolderSearch.Ordered([.. parents.SelectMany(parent => parent.Holders), .. devices.SelectMany(device => device.Holders)]),
        SawEveryProcess = !(root.Flag("processesUnseen")?.Value ?? false),
        SubDevices = devices.Select(device => device.Observed).OrderBy(device => device.Id).ToEquatableArray(),
    };

    private static Ledger Ledger(List<SnapshotParent> parents, List<SnapshotDevice> devices) =>
        new(devices.Select(device => device.Owner).OfType<LedgerEntry>().OrderBy(entry => entry.Id).ToEquatableArray())
        {
            Devlink = parents.Select(parent => parent.Pending).Concat(devices.Select(device => device.Pending))
                .OfType<LedgerDevlink>()
                .OrderBy(pending => pending.Id)
                .ToEquatableArray(),
        };

    private static EquatableArray<DriverName> Drivers(Fields root, string key) =>
        SnapshotText.List(root, key, TextForms.DriverName).Select(name => new DriverName(name)).Order().ToEquatableArray();

    private static void ReportTwice(IEnumerable<(string Name, SourceSpan Span)> items, Findings findings)
    {
        var first = new Dictionary<string, SourceSpan>();
        foreach (var (name, span) in items)
        {
            if (!first.TryAdd(name, span))
            {
                findings.Add(span, SnapshotMistakes.Twice(name, first[name]));
            }
        }
    }
}
