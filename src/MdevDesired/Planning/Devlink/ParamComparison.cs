using MdevDesired.Diagnostics;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;

namespace MdevDesired.Planning.Devlink;

/// <summary>Compares the params of an instance with those that are listed for it.</summary>
/// <param name="id">Whose instance it is.</param>
/// <param name="parent">The parent in whose lane it is mended.</param>
/// <param name="instance">As the host has it.</param>
/// <param name="memory">What the ledger remembers of it, or null.</param>
internal sealed class ParamComparison(DeviceId id, ParentAddress parent, ObservedDevlink instance, LedgerDevlink? memory)
{
    private readonly Dictionary<(string Name, DevlinkParamCmode Cmode), DevlinkParamValue> _wanted = [];
    private readonly List<string> _reasons = [];
    private readonly List<PlanAction> _driverinit = [];
    private readonly List<PlanAction> _others = [];
    private readonly List<PlanAction> _othersAfterReload = [];
    private readonly List<Obstacle> _obstacles = [];

    /// <summary>
    /// The difference: driverinit params first and the reload that makes them take effect, because a reload may put the others back.
    /// </summary>
    public InstanceDifference Compare(IEnumerable<DesiredDevlinkParam> desired)
    {
        foreach (var param in desired)
        {
            Compare(param);
        }

        var reload = Reload().ToList();
        return new([.. _reasons, .. PendingReasons()], [.. _driverinit, .. reload, .. reload.Count > 0 ? _othersAfterReload : _others], [.. _obstacles]);
    }

    private void Compare(DesiredDevlinkParam desired)
    {
        if (instance.Params.FirstOrDefault(param => param.Name == desired.Name) is not { } param)
        {
            _obstacles.Add(Unknown(desired));
        }
        else if (ParamChoice.Of(param, desired.Value, desired.Cmode, out var problem) is not { } choice)
        {
            _obstacles.Add(new(PlanningCodes.ParamNotSettable, problem!) { Span = desired.Span });
        }
        else if (!_wanted.TryAdd((param.Name, choice.Cmode), choice.Wanted))
        {
            AddRepeated(choice, desired);
        }
        else if (!choice.IsSet)
        {
            Add(choice, desired);
        }
        else if (choice.Cmode == DevlinkParamCmode.Runtime)
        {
            _othersAfterReload.Add(New(choice, desired, "the reload may put it back"));
        }
    }

    // Which cmode an entry without one means is known only here.
    private void AddRepeated(ParamChoice choice, DesiredDevlinkParam desired)
    {
        var first = _wanted[(choice.Param.Name, choice.Cmode)];
        if (first != choice.Wanted)
        {
            var message = $"{choice.Param.Name} is listed twice as {DevlinkWord.Of(choice.Cmode)}, as {Shown(first)} and as {Shown(choice.Wanted)}";
            _obstacles.Add(new(PlanningCodes.ParamNotSettable, message) { Span = desired.Span });
        }
    }

    private void Add(ParamChoice choice, DesiredDevlinkParam desired)
    {
        if (choice.Cmode == DevlinkParamCmode.Permanent && memory?.Permanent.Contains(new(desired.Name, choice.Wanted.ToString()!)) == true)
        {
            _obstacles.Add(AfterBoot(choice));
            return;
        }

        var reason = $"{desired.Name} is {Shown(choice.Current.Value)}, listed is {Shown(choice.Wanted)}";
        _reasons.Add(reason);
        var set = New(choice, desired, reason);
        if (choice.Cmode == DevlinkParamCmode.Driverinit)
        {
            _driverinit.Add(set);
        }
        else
        {
            _others.Add(set);
            _othersAfterReload.Add(set);
        }
    }

    private SetParam New(ParamChoice choice, DesiredDevlinkParam desired, string reason) => new()
    {
        Parent = parent,
        Id = id,
        Name = desired.Name,
        Value = desired.Value,
        Cmode = choice.Cmode,
        Typed = choice.Wanted,
        Reason = reason,
    };

    private IEnumerable<string> PendingReasons() =>
        instance.ReloadFailed ? ["its last reload failed"]
        : memory is { ReloadPending: true } && _driverinit.Count == 0 ? ["a param was set and not taken up by a reload"]
        : [];

    private IEnumerable<PlanAction> Reload() =>
        _driverinit.Count > 0 ? [NewReload("makes driverinit params take effect")]
        : PendingReasons().Select(NewReload);

    private ReloadDevlink NewReload(string reason) => new() { Parent = parent, Id = id, Reason = reason };

    private Obstacle Unknown(DesiredDevlinkParam desired)
    {
        var known = instance.Params.Select(param => param.Name).ToList();
        var list = known.Count == 0 ? "it has none" : $"it has {string.Join(", ", known)}";
        return new(PlanningCodes.UnknownParam, $"its devlink instance has no param {desired.Name}; {list}", Suggestion.For(desired.Name, known)) { Span = desired.Span };
    }

    private static Obstacle AfterBoot(ParamChoice choice) =>
        new(PlanningCodes.EffectiveAfterBoot, $"{choice.Param.Name} was set to {Shown(choice.Wanted)}, which takes effect after the next boot") { IsNote = true };

    private static string Shown(DevlinkParamValue value) => value.ToString() is { Length: > 0 } text ? text : "empty";
}
