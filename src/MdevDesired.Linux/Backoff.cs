using MdevDesired.Applying;

namespace MdevDesired.Linux;

/// <summary>Waits for what nobody announces: ever longer, up to a tenth of a second, until a deadline.</summary>
/// <param name="patience">How long in all.</param>
internal sealed class Backoff(TimeSpan patience)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    private readonly long _deadline = Environment.TickCount64 + (long)patience.TotalMilliseconds;
    private TimeSpan _pause = TimeSpan.FromMilliseconds(1);

    /// <summary>How much of the patience is left; zero when it is spent.</summary>
    public TimeSpan Left => TimeSpan.FromMilliseconds(Math.Max(0, _deadline - Environment.TickCount64));

    /// <summary>Waits and says true; says false at once when the patience is spent.</summary>
    public bool Wait()
    {
        if (Left <= TimeSpan.Zero)
        {
            return false;
        }

        Thread.Sleep(_pause);
        _pause = _pause * 2 < Longest ? _pause * 2 : Longest;
        return true;
    }

    /// <summary>Tries again as long as the refusal is one that passes.</summary>
    /// <exception cref="KernelException">The last refusal.</exception>
    public void Retry(Action attempt, Func<Errno, bool> passes)
    {
        while (true)
        {
            try
            {
                attempt();
                return;
            }
            catch (KernelException refusal) when (passes(refusal.Errno) && Wait())
            {
            }
        }
    }
}
