using MdevDesired.Loading.Binding;
using MdevDesired.Loading.Merging;
using MdevDesired.Loading.Structure;
using MdevDesired.Loading.Yaml;
using MdevDesired.Model;

namespace MdevDesired.Loading;

/// <summary>Documents to desired state: YAML, structure, meaning, merging. Whatever the input is, what is wrong with it becomes diagnostics.</summary>
internal static class DesiredStateLoader
{
    /// <summary>Loads files; a path that is given twice counts once.</summary>
    /// <param name="sources">The files; their order does not matter.</param>
    /// <param name="host">
    /// The host's name: the state holds the documents for it. Null to validate only: the state holds those for every host. All documents are
    /// checked in either case.
    /// </param>
    public static LoadResult Load(IReadOnlyList<SourceText> sources, string? host)
    {
        var findings = new Findings();
        var documents = sources
            .DistinctBy(source => source.Path)
            .OrderBy(source => source.Path, StringComparer.Ordinal)
            .SelectMany(source => Bind(source, findings))
            .ToArray();
        UniquenessCheck.Check(documents, findings);
        ParentCheck.Check(documents, findings);
        ParamCheck.Check(documents, findings);
        return new LoadResult
        {
            State = findings.Any ? DesiredState.Empty : DesiredStateMerger.Merge([.. documents.Where(document => document.Hosts.Selects(host))]),
            Diagnostics = findings.Sorted(),
            Documents = documents.Select(document => document.Name?.Value).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToEquatableArray(),
            ListedSubDevices = documents.SelectMany(document => document.Parents).Sum(parent => parent.SubDevices?.Count ?? 0),
        };
    }

    private static IEnumerable<BoundDocument> Bind(SourceText source, Findings findings)
    {
        var structure = new StructureCheck(EmbeddedSchema.DesiredState, findings);
        var binder = new DocumentBinder(findings);
        foreach (var document in YamlReader.Read(source, findings).Where(document => VersionCheck.IsKnown(document, findings)))
        {
            structure.Check(document);
            if (binder.Bind(document) is { } bound)
            {
                yield return bound;
            }
        }
    }
}
