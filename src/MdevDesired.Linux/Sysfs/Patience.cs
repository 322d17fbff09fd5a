namespace MdevDesired.Linux.Sysfs;

/// <summary>A few short waits, shared by everything that one observation has to look at again.</summary>
/// <param name="pause">How to wait; a millisecond's sleep by default.</param>
/// <param name="waits">How often.</param>
internal sealed class Patience(Action? pause = null, int waits = 20)
{
    private readonly Action _pause = pause ?? (() => Thread.Sleep(TimeSpan.FromMilliseconds(1)));

    private int _waits = waits;

    /// <summary>Waits and says true; says false at once when all waits are spent.</summary>
    public bool Wait()
    {
        if (_waits == 0)
        {
            return false;
        }

        _waits--;
        _pause();
        return true;
    }
}
