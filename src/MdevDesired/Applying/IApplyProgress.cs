using MdevDesired.Planning;

namespace MdevDesired.Applying;

/// <summary>Hears what a run does while it does it; called from several threads, one call at a time.</summary>
internal interface IApplyProgress
{
    void Started(DeviceChange change);

    void Finished(DeviceOutcome outcome);

    /// <summary>The run is undone.</summary>
    void RollingBack();
}
