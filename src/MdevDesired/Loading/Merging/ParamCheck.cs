using MdevDesired.Loading.Binding;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Loading.Merging;

/// <summary>Checks that the listings of one parent give each of its devlink params one value.</summary>
internal static class ParamCheck
{
    public static void Check(IReadOnlyCollection<BoundDocument> documents, Findings findings)
    {
        foreach (var sameParam in documents.SelectMany(Params).GroupBy(pair => pair.Param, pair => pair.Listing).Where(group => group.Skip(1).Any()))
        {
            foreach (var (first, again) in Clashes.Find(sameParam, (one, other) => one.Said.Value != other.Said.Value))
            {
                findings.Add(again.Said.Span, MergingMistakes.ConflictingParent($"the devlink param {sameParam.Key.Name}", first, again));
            }
        }
    }

    private static IEnumerable<((string Parent, string Name, DevlinkParamCmode? Cmode) Param, Listing<DesiredParamValue> Listing)> Params(
        BoundDocument document) =>
        from parent in document.Parents
        where parent.Address.HasValue
        let address = parent.Address.GetValueOrDefault()
        from param in parent.Devlink.Params
        select ((address.Name, param.Name, param.Cmode), new Listing<DesiredParamValue>(document.Hosts, address, new(param.Value, param.Span)));
}
