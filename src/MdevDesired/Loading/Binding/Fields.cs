using MdevDesired.Loading.Yaml;

namespace MdevDesired.Loading.Binding;

/// <summary>Reads the keys of one mapping by type; what is of another type, or of another form, is reported and read as null.</summary>
internal sealed class Fields(MappingNode mapping, string subject, Findings findings)
{
    public MappingNode Mapping { get; } = mapping;

    public string Subject { get; } = subject;

    public bool Has(string key) => Mapping.Find(key) is not null;

    public Stated<string>? Text(string key, TextForm form) => Find(key) is { } value ? TextOf(value, Subjects.Key(key), form) : null;

    public Stated<string>? RequiredText(string key, TextForm form) => Require(key) ? Text(key, form) : null;

    public Stated<string>? Word(string key, IReadOnlyCollection<string> allowed)
    {
        if (Scalar(key, ScalarKind.Text, Nouns.Text) is not { } scalar)
        {
            return null;
        }

        if (!allowed.Contains(scalar.Text))
        {
            findings.Add(scalar.Span, Mistakes.NotOneOf(Subjects.Key(key), scalar.Text, allowed));
            return null;
        }

        return new Stated<string>(scalar.Text, scalar.Span);
    }

    public Stated<bool>? Flag(string key) =>
        Scalar(key, ScalarKind.Boolean, Nouns.Boolean) is { } scalar
            ? new Stated<bool>(CoreSchema.IsTrue(scalar.Text), scalar.Span)
            : null;

    /// <summary>A whole number of at most 64 bits; a larger one is reported.</summary>
    public Stated<Int128>? Number(string key)
    {
        if (Scalar(key, ScalarKind.Integer, Nouns.Integer) is not { } scalar)
        {
            return null;
        }

        if (!IntegerText.TryParse(scalar.Text, out var number))
        {
            findings.Add(scalar.Span, Mistakes.OutOfRange(Subjects.Key(key), "it does not fit 64 bits"));
            return null;
        }

        return new Stated<Int128>(number, scalar.Span);
    }

    /// <summary>A whole number within bounds; another one is reported.</summary>
    public Stated<Int128>? Number(string key, Int128 minimum, Int128 maximum)
    {
        if (Scalar(key, ScalarKind.Integer, Nouns.Integer) is not { } scalar)
        {
            return null;
        }

        if (!IntegerText.TryParse(scalar.Text, out var number) || number < minimum || number > maximum)
        {
            findings.Add(scalar.Span, Mistakes.OutOfRange(Subjects.Key(key), $"{minimum} to {maximum} is allowed"));
            return null;
        }

        return new Stated<Int128>(number, scalar.Span);
    }

    public SequenceNode? List(string key) => Find(key) is { } value ? Expect<SequenceNode>(value, Subjects.Key(key), Nouns.List) : null;

    public Fields? Nested(string key) => Find(key) is { } value ? Nested(value, Subjects.Key(key)) : null;

    public Fields? RequiredNested(string key) => Require(key) ? Nested(key) : null;

    /// <summary>The items of a list as mappings; empty when there is no such list.</summary>
    public IEnumerable<Fields> NestedItems(string key) => (List(key)?.Items ?? [])
        .Select(item => Nested(item, Subjects.ItemOf(key)))
        .OfType<Fields>();

    public Stated<string>? TextOf(YamlNode value, string what, TextForm form)
    {
        if (Expect(value, what, ScalarKind.Text, Nouns.Text) is not { } scalar)
        {
            return null;
        }

        if (form.Reject(scalar.Text) is not null)
        {
            findings.Add(scalar.Span, Mistakes.Malformed(what, scalar.Text, form));
            return null;
        }

        return new Stated<string>(scalar.Text, scalar.Span);
    }

    /// <summary>Whether the key is there; its absence is reported.</summary>
    public bool Require(string key)
    {
        if (!Has(key))
        {
            findings.Add(Mapping.Span, Mistakes.MissingKey(Subject, key));
            return false;
        }

        return true;
    }

    /// <summary>Reports those of the keys that are there: the format has them and this version does nothing with them.</summary>
    public void RejectUnsupported(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Mapping.Find(key) is { } entry)
            {
                findings.Add(entry.Key.Span, Mistakes.NotSupportedYet(key));
            }
        }
    }

    /// <summary>Reports when not exactly one of the keys is there.</summary>
    public void RequireOneOf(params IReadOnlyCollection<string> keys)
    {
        var present = keys.Count(Has);
        if (present != 1)
        {
            findings.Add(Mapping.Span, Mistakes.NotExactlyOne(Subject, several: present > 1, keys));
        }
    }

    private YamlNode? Find(string key) => Mapping.Find(key)?.Value;

    private ScalarNode? Scalar(string key, ScalarKind kind, string noun) =>
        Find(key) is { } value ? Expect(value, Subjects.Key(key), kind, noun) : null;

    private Fields? Nested(YamlNode value, string what) =>
        Expect<MappingNode>(value, what, Nouns.Mapping) is { } nested ? new Fields(nested, what, findings) : null;

    private T? Expect<T>(YamlNode value, string what, string noun)
        where T : YamlNode
    {
        if (value is T expected)
        {
            return expected;
        }

        findings.Add(value.Span, Mistakes.WrongType(what, value.Noun, noun, (value as ScalarNode)?.QuotableText));
        return null;
    }

    private ScalarNode? Expect(YamlNode value, string what, ScalarKind kind, string noun)
    {
        if (value is ScalarNode scalar && scalar.Kind == kind)
        {
            return scalar;
        }

        findings.Add(value.Span, Mistakes.WrongType(what, value.Noun, noun, (value as ScalarNode)?.QuotableText));
        return null;
    }
}
