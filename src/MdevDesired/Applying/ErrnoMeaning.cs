using MdevDesired.Planning;

namespace MdevDesired.Applying;

/// <summary>What the kernel's answers mean there: the one place that decides it.</summary>
internal static class ErrnoMeaning
{
    public static string? Hint(PlanAction action, Errno errno) => null;

    public static string? Hint(Errno errno) => null;

    /// <summary>Whether the answer to a removal means that there is nothing left to remove.</summary>
    public static bool IsGone(Errno errno) => errno is Errno.ENOENT or Errno.ENODEV;

    /// <summary>The fallback that answers this refusal, or null.</summary>
    public static FallbackTrigger? Trigger(PlanAction action, Errno errno) => (action, errno) switch
    {
        (WriteAttribute, Errno.EBUSY) => FallbackTrigger.AttributeBusy,
        (Bind, Errno.ENODEV) => FallbackTrigger.BindRefused,
        _ => null,
    };
}
