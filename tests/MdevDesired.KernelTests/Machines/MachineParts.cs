namespace MdevDesired.KernelTests.Machines;

/// <summary>The files that machines are made of: whether the host has what they are built from, and building them.</summary>
internal static class MachineParts
{
    private static readonly string Repository = FindRepository();
    private static readonly Lazy<string?> MissingPackages =
        new(() => Script.FailureOf(InRepository("tests/setup.sh"), "--check"));

    private static readonly Lazy<string?> BuildFailure =
        new(() => Script.FailureOf(InRepository("tests/kernel/build.sh")));

    private static readonly Lazy<string?> DiskBuildFailure =
        new(() => BuildFailure.Value ?? Script.FailureOf(InRepository("tests/kernel/build-debian.sh")));

    public static string Kernel => InRepository("artifacts/kernel/vmlinux");

    public static string Initramfs => InRepository("artifacts/kernel/initramfs.cpio");

    /// <summary>Debian with systemd and our package.</summary>
    public static string Disk => InRepository("artifacts/kernel/debian.ext4");

    public static string RunScript => InRepository("tests/kernel/run.sh");

    /// <summary>Why no machine can be built here, or null.</summary>
    public static string? Missing => MissingPackages.Value;

    /// <summary>In CI a test that cannot run is a failure: nobody reads the list of skipped ones.</summary>
    public static bool MaySkip =>
        !string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The path of one of the repository's files.</summary>
    public static string InRepository(string path) => Path.Combine(Repository, path);

    /// <summary>Brings all parts up to date, the published program included; quick when they are.</summary>
    /// <param name="withDisk">Whether the disk is needed, which takes the longest to make.</param>
    public static async Task BuildAsync(bool withDisk = false)
    {
        var build = withDisk ? DiskBuildFailure : BuildFailure;
        // Both run once per process; the threads of other tests go on meanwhile.
        if (await Task.Run(() => MissingPackages.Value ?? build.Value) is { } reason)
        {
            throw new InvalidOperationException(reason);
        }
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MdevDesired.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
