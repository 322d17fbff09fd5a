using MdevDesired.Applying;
using MdevDesired.Model;

namespace MdevDesired.Cli.Watching;

/// <summary>What is listed of a parent and what the kernel shows of it: while both stay the same, what failed fails again.</summary>
internal sealed record ParentPicture(DesiredParent? Desired, ObservedParent? Observed, EquatableArray<ObservedSubDevice> Devices)
{
    public static ParentPicture Of(ParentAddress parent, DesiredState desired, HostAssessment assessment) => new(
        desired.Find(parent),
        assessment.Observed.Parents.FirstOrDefault(observed => observed.Address == parent),
        assessment.Observed.SubDevices.Where(device => device.Parent == parent).ToEquatableArray());
}
