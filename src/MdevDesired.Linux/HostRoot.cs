namespace MdevDesired.Linux;

/// <summary>Where a host's /sys, /proc, /run and /etc stand: under <c>/</c>, or under the folder of <c>--root</c>.</summary>
internal sealed record HostRoot
{
    private readonly string _prefix;

    public HostRoot(string path) => _prefix = path.TrimEnd('/');

    /// <summary>The host on which this program runs.</summary>
    public static HostRoot Running { get; } = new("/");

    public bool IsRunningHost => _prefix.Length == 0;

    /// <summary>The folder itself.</summary>
    public string Path => IsRunningHost ? "/" : _prefix;

    public string Sys => $"{_prefix}/sys";

    public string Proc => $"{_prefix}/proc";

    public string Run => $"{_prefix}/run";

    public string Etc => $"{_prefix}/etc";
}
