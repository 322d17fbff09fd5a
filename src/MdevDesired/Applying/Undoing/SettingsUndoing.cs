using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning;
using MdevDesired.Planning.Devlink;

namespace MdevDesired.Applying.Undoing;

/// <summary>Brings the settings of one parent back: its params, and then the mode of its embedded switch.</summary>
internal sealed class SettingsUndoing(DeviceUndoing parent, IObserveHost observe, FormerHost host)
{
    private ParentAddress Address => parent.Change.Parent;

    public void Run()
    {
        if (parent.Outcome.Actions.Any(outcome => outcome is { Action: ReloadDevlink, Status: ActionStatus.Done }) && Staying() is { Count: > 0 } staying)
        {
            parent.Refuse($"a reload would take its subfunctions away: {string.Join(", ", staying)}");
            return;
        }

        parent.PutParamsBack();
        if (parent.IsOpen)
        {
            SetEswitchBack();
        }
    }

    private void SetEswitchBack()
    {
        var now = FormerHost.InstanceOf(observe.Observe(host.Scope), Address)?.Eswitch;
        if (host.Instance(Address)?.Eswitch is not { } before || now is null || now == before)
        {
            return;
        }

        if (before == DevlinkEswitchMode.Legacy && Staying() is { Count: > 0 } staying)
        {
            parent.Refuse($"legacy mode would delete its subfunctions: {string.Join(", ", staying)}");
            return;
        }

        parent.Perform(ChangeKind.Change, null, null, [new SetEswitch { Parent = Address, Id = parent.Id, Mode = before, Reason = "was so before" }]);
    }

    private List<string> Staying() =>
        [.. observe.Observe(host.Scope).SubDevices.OfType<ObservedSubfunction>().Where(device => device.Parent == Address).Select(device => device.Subfunction.Label)];
}
