using MdevDesired.Loading.Selecting;
using MdevDesired.Loading.Yaml;
using MdevDesired.Model;

namespace MdevDesired.Loading.Binding;

/// <summary>The third stage: gives a document its meaning. It relies on no earlier check, so that it can go on beside mistakes.</summary>
internal sealed class DocumentBinder(Findings findings)
{
    /// <summary>Null when the document is no mapping, which is reported.</summary>
    public BoundDocument? Bind(YamlNode root)
    {
        if (root is not MappingNode mapping)
        {
            findings.Add(root.Span, Mistakes.WrongType(Subjects.Document, root.Noun, Nouns.Mapping, (root as ScalarNode)?.QuotableText));
            return null;
        }

        var fields = new Fields(mapping, Subjects.Document, findings);
        fields.Require("apiVersion");
        fields.Require("kind");
        var name = fields.RequiredNested("metadata")?.RequiredText("name", TextForms.Name);
        return Bind(name, fields.RequiredNested("spec"));
    }

    private BoundDocument Bind(Stated<string>? name, Fields? spec)
    {
        spec?.Require("parents");
        var parents = new ParentBinder(name?.Value ?? "", findings);
        return new BoundDocument(name, Hosts(spec), (spec?.NestedItems("parents") ?? []).Select(parents.Bind).ToEquatableArray());
    }

    private HostSelector Hosts(Fields? spec)
    {
        if (spec?.List("hosts") is not { } list)
        {
            return HostSelector.Everywhere;
        }

        if (list.Items.IsEmpty)
        {
            findings.Add(list.Span, Mistakes.TooFew(Subjects.Key("hosts")));
        }

        return new HostSelector(list.Items.Select(item => Glob(spec, item)).OfType<HostGlob>().ToEquatableArray());
    }

    private static HostGlob? Glob(Fields spec, YamlNode item)
    {
        var text = spec.TextOf(item, Subjects.ItemOf("hosts"), TextForms.HostGlob);
        return text is { } stated && HostGlob.TryParse(stated.Value, out var glob) ? glob : null;
    }
}
