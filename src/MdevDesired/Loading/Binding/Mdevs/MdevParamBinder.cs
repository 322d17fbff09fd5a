using MdevDesired.Loading.Yaml;
using MdevDesired.Model;

namespace MdevDesired.Loading.Binding.Mdevs;

/// <summary>Binds creation params: a sysfs attribute and the value written to it.</summary>
internal sealed class MdevParamBinder(Findings findings)
{
    /// <summary>Null when it cannot be written, which is reported.</summary>
    public AttributeValue? Bind(Fields param)
    {
        var name = param.RequiredText("name", TextForms.AttributeName);
        var value = param.Require("value") ? Value(param.Mapping.Find("value")!.Value.Value) : null;
        return name is { } attribute && value is not null ? new AttributeValue(new AttributeName(attribute.Value), value) : null;
    }

    private string? Value(YamlNode node)
    {
        var subject = Subjects.Key("value");
        if (node is not ScalarNode { Kind: ScalarKind.Boolean or ScalarKind.Integer or ScalarKind.Text } scalar)
        {
            findings.Add(node.Span, Mistakes.WrongType(subject, node.Noun, Nouns.Value, null));
            return null;
        }

        if (ValueText.Of(scalar) is not { } text)
        {
            findings.Add(node.Span, Mistakes.OutOfRange(subject, "an integer of at most 64 bits is allowed"));
            return null;
        }

        return Checked(node, subject, text);
    }

    private string? Checked(YamlNode node, string subject, string text)
    {
        if (ValueText.Reject(text) is null)
        {
            return text;
        }

        findings.Add(node.Span, Mistakes.Malformed(subject, text, TextForms.Value));
        return null;
    }
}
