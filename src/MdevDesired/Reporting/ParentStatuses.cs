using MdevDesired.Applying;
using MdevDesired.Model;
using MdevDesired.Planning;

namespace MdevDesired.Reporting;

/// <summary>Puts the devices of an assessment under their parents.</summary>
internal sealed class ParentStatuses
{
    private readonly PlanContext _context;
    private readonly Standings _standings;
    private readonly EquatableArray<PlanFinding> _findings;
    private readonly ILookup<ParentAddress, ObservedSubDevice> _unlisted;
    private readonly List<(ParentAddress Address, DesiredParent Desired, ObservedParent? Observed)> _listed;

    public ParentStatuses(HostAssessment assessment, DesiredState desired, PlanOptions options)
    {
        _context = new(desired, assessment.Observed, assessment.Ledger, options);
        _standings = new(_context, assessment);
        _findings = assessment.Plan.Findings.Where(finding => finding is { Parent: not null, Id: null }).ToEquatableArray();
        _unlisted = assessment.Observed.SubDevices
            .Where(device => !_context.IsDesired(device.Id) && options.Covers(device.Parent))
            .ToLookup(device => device.Parent);
        _listed = [.. desired.Parents.Where(parent => options.Covers(parent.Address)).Select(Found)];
    }

    public IEnumerable<ParentStatus> All()
    {
        var listed = _listed.Select(parent => parent.Address).ToHashSet();
        return _listed.Select(Listed)
            .Concat(_unlisted.Where(group => !listed.Contains(group.Key)).Select(group => Unlisted(group.Key)))
            .OrderBy(parent => parent.Address);
    }

    /// <summary>Whether the parent is one of them.</summary>
    public bool Knows(ParentAddress? address) =>
        address is { } parent && (_unlisted.Contains(parent) || _listed.Exists(listed => listed.Address == parent || listed.Desired.Address == parent));

    private (ParentAddress Address, DesiredParent Desired, ObservedParent? Observed) Found(DesiredParent desired)
    {
        var observed = _context.FindParent(desired.Address);
        return (observed?.Address ?? desired.Address, desired, observed);
    }

    private ParentStatus Listed((ParentAddress Address, DesiredParent Desired, ObservedParent? Observed) parent) => new()
    {
        Address = parent.Address,
        IsPresent = parent.Observed is not null,
        Settings = parent.Desired.Devlink.IsEmpty ? null : _standings.OfSettings(parent.Address, parent.Observed),
        Devices =
        [
            .. parent.Desired.SubDevices.OrderBy(device => device.Name, StringComparer.Ordinal).Select(device => _standings.OfListed(device, parent.Observed)),
            .. _unlisted[parent.Address].Select(_standings.OfUnlisted),
        ],
        Findings = _findings
            .Where(finding => finding.Parent == parent.Address || finding.Parent == parent.Desired.Address)
            .Select(finding => finding.Diagnostic)
            .ToEquatableArray(),
    };

    private ParentStatus Unlisted(ParentAddress address) => new()
    {
        Address = address,
        IsPresent = true,
        Devices = _unlisted[address].Select(_standings.OfUnlisted).ToEquatableArray(),
        Findings = _findings.Where(finding => finding.Parent == address).Select(finding => finding.Diagnostic).ToEquatableArray(),
    };
}
