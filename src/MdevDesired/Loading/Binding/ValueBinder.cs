using MdevDesired.Loading.Yaml;

namespace MdevDesired.Loading.Binding;

/// <summary>Binds the value of a param, of whichever sort: a boolean, an integer of at most 64 bits, or one line of text.</summary>
internal sealed class ValueBinder(Findings findings)
{
    /// <summary>Null when it is missing or cannot be written, which is reported.</summary>
    public ScalarNode? Bind(Fields param)
    {
        if (!param.Require("value"))
        {
            return null;
        }

        var node = param.Mapping.Find("value")!.Value.Value;
        if (node is not ScalarNode { Kind: ScalarKind.Boolean or ScalarKind.Integer or ScalarKind.Text } scalar)
        {
            findings.Add(node.Span, Mistakes.WrongType(Subjects.Key("value"), node.Noun, Nouns.Value, null));
            return null;
        }

        if (Reject(scalar) is { } mistake)
        {
            findings.Add(node.Span, mistake);
            return null;
        }

        return scalar;
    }

    private static Mistake? Reject(ScalarNode scalar) =>
        ValueText.Of(scalar) is not { } text ? Mistakes.OutOfRange(Subjects.Key("value"), "an integer of at most 64 bits is allowed")
        : ValueText.Reject(text) is not null ? Mistakes.Malformed(Subjects.Key("value"), text, TextForms.Value)
        : null;
}
