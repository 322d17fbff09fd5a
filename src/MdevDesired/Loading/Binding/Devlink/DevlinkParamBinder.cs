using System.Globalization;
using MdevDesired.Loading.Yaml;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Loading.Binding.Devlink;

/// <summary>Binds the params of a devlink instance.</summary>
internal sealed class DevlinkParamBinder(Findings findings)
{
    private static readonly string[] CmodeWords = ["runtime", "driverinit", "permanent"];

    private readonly ValueBinder _values = new(findings);

    /// <summary>The params in their order; of those that come twice, the first, and the others are reported.</summary>
    /// <param name="devlink">The mapping that has the list, or null where there is none.</param>
    public EquatableArray<DesiredDevlinkParam> Bind(Fields? devlink)
    {
        var firsts = new Dictionary<(string Name, DevlinkParamCmode? Cmode), DesiredDevlinkParam>();
        foreach (var param in (devlink?.NestedItems("params") ?? []).Select(One).OfType<DesiredDevlinkParam>())
        {
            if (!firsts.TryAdd((param.Name, param.Cmode), param))
            {
                findings.Add(param.Span, DevlinkMistakes.RepeatedParam(param.Name, firsts[(param.Name, param.Cmode)].Span, param.Span));
            }
        }

        return firsts.Values.ToEquatableArray();
    }

    private DesiredDevlinkParam? One(Fields param)
    {
        var name = param.RequiredText("name", TextForms.DevlinkParamName);
        var value = _values.Bind(param) is { } scalar ? ValueOf(scalar) : null;
        var cmode = param.Word("cmode", CmodeWords);
        return name is { } stated && value is { } known && (cmode is not null || !param.Has("cmode"))
            ? new DesiredDevlinkParam(stated.Value, known, CmodeOf(cmode?.Value), param.Mapping.Span)
            : null;
    }

    private DesiredParamValue? ValueOf(ScalarNode scalar) => scalar.Kind switch
    {
        ScalarKind.Boolean => new(DesiredParamForm.Boolean, DevlinkWord.Of(CoreSchema.IsTrue(scalar.Text))),
        ScalarKind.Integer => Number(scalar),
        _ => new(DesiredParamForm.Text, scalar.Text),
    };

    // Devlink has no signed numbers.
    private DesiredParamValue? Number(ScalarNode scalar)
    {
        if (IntegerText.TryParse(scalar.Text, out var number) && number >= 0)
        {
            return new(DesiredParamForm.Integer, number.ToString(CultureInfo.InvariantCulture));
        }

        findings.Add(scalar.Span, Mistakes.OutOfRange(Subjects.Key("value"), $"0 to {ulong.MaxValue} is allowed"));
        return null;
    }

    private static DevlinkParamCmode? CmodeOf(string? word) => word switch
    {
        "runtime" => DevlinkParamCmode.Runtime,
        "driverinit" => DevlinkParamCmode.Driverinit,
        "permanent" => DevlinkParamCmode.Permanent,
        _ => null,
    };
}
