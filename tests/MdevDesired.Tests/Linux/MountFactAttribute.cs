using Xunit;

namespace MdevDesired.Tests.Linux;

/// <summary>A test that mounts a file system, and is skipped visibly where that is not allowed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MountFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Obstacle = new(Try);

    public MountFactAttribute() => Skip = Obstacle.Value;

    private static string? Try()
    {
        using var folder = new TemporaryFolder();
        try
        {
            using var mount = new SmallMount(folder.Path, "16k");
            return null;
        }
        catch (InvalidOperationException e)
        {
            return $"cannot mount a file system: {e.Message.Trim()}";
        }
    }
}
