using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Planning;

namespace MdevDesired.Applying;

/// <summary>Says why a device failed.</summary>
internal static class Failure
{
    /// <summary>One sentence without a full stop: what was attempted, on which path, and the kernel's answer.</summary>
    /// <param name="refused">The action that the kernel refused.</param>
    /// <param name="attached">The driver that the kernel attached where another was wanted, or null.</param>
    public static string Of(ActionOutcome refused, DriverName? attached) => refused switch
    {
        { Action: Bind { Id: MdevId } bind, Error.Errno: Errno.ENODEV } when attached is { } other =>
            $"driver {bind.Driver} cannot be bound, the kernel attached {other}: {refused.Error.Message}",
        _ => $"{refused.Action.Kind} was refused: {refused.Error!.Message}",
    };

    /// <summary>What to do next, or null when the kernel's answer has no known cause there.</summary>
    public static string? Hint(ActionOutcome refused, DriverName? attached) => refused switch
    {
        { Action: Bind { Id: MdevId }, Error.Errno: Errno.ENODEV } when attached is { } other =>
            $"list \"driver: {other}\", or leave \"driver\" out: this parent attaches its driver at creation",
        _ => ErrnoMeaning.Hint(refused.Action, refused.Error!.Errno),
    };
}
