using MdevDesired.Model;
using MdevDesired.Planning;

namespace MdevDesired.Cli.Verbs;

/// <summary>How long each parent is waited for, counted from the beginning of the run.</summary>
/// <param name="clock">Tells the time.</param>
/// <param name="standard">For parents of which no document says how long.</param>
internal sealed class Patience(TimeProvider clock, TimeSpan standard)
{
    private readonly long _begin = clock.GetTimestamp();

    /// <summary>How long a parent is waited for in all.</summary>
    public TimeSpan For(DesiredParent parent) => parent.Wait ?? standard;

    /// <summary>How much of that is left; zero when it is over.</summary>
    public TimeSpan Left(DesiredParent parent)
    {
        var left = For(parent) - clock.GetElapsedTime(_begin);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Those that are still waited for.</summary>
    public IReadOnlyList<Awaited> Still(IEnumerable<Awaited> late) => [.. late.Where(awaited => Left(awaited.Parent) > TimeSpan.Zero)];
}
