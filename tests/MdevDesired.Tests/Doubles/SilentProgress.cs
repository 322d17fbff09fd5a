using MdevDesired.Applying;
using MdevDesired.Planning;

namespace MdevDesired.Tests.Doubles;

/// <summary>Progress that nobody hears.</summary>
internal sealed class SilentProgress : IApplyProgress
{
    public void Started(DeviceChange change)
    {
    }

    public void Finished(DeviceOutcome outcome)
    {
    }

    public void RollingBack()
    {
    }
}
