using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace MdevDesired.Tests.Linux;

/// <summary>Runs something as a user whom file modes bind, in tests that root runs.</summary>
internal static class Unprivileged
{
    private const int Nobody = 65534;

    /// <summary>Runs on a thread of its own whose user for files is nobody: the other threads stay what they are (setfsuid(2)).</summary>
    public static void Run(Action action)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() => failure = Attempt(action));
        thread.Start();
        thread.Join();
        failure?.Throw();
    }

    private static ExceptionDispatchInfo? Attempt(Action action)
    {
        _ = SetFsUid(Nobody);
        try
        {
            action();
            return null;
        }
        catch (Exception e)
        {
            return ExceptionDispatchInfo.Capture(e);
        }
    }

    // int setfsuid(uid_t fsuid);
    [DllImport("libc", EntryPoint = "setfsuid")]
    private static extern int SetFsUid(uint user);
}
