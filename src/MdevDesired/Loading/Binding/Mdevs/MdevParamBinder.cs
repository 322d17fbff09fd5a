using MdevDesired.Model;

namespace MdevDesired.Loading.Binding.Mdevs;

/// <summary>Binds creation params: a sysfs attribute and the value written to it.</summary>
internal sealed class MdevParamBinder(Findings findings)
{
    private readonly ValueBinder _values = new(findings);

    /// <summary>Null when it cannot be written, which is reported.</summary>
    public AttributeValue? Bind(Fields param)
    {
        var name = param.RequiredText("name", TextForms.AttributeName);
        var value = _values.Bind(param);
        return name is { } attribute && value is not null
            ? new AttributeValue(new AttributeName(attribute.Value), ValueText.Of(value)!)
            : null;
    }
}
