using MdevDesired.Linux;
using Xunit;

namespace MdevDesired.Tests.Linux;

public sealed class HostNameTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_running_host_is_named_by_its_kernel() =>
        Assert.Equal(File.ReadAllText("/proc/sys/kernel/hostname").Trim(), HostName.Of(HostRoot.Running));

    [Theory]
    [InlineData("node-7\n", "node-7")]
    [InlineData("# installed\n\n  node-7.example.org\nother\n", "node-7.example.org")]
    public void A_host_in_a_folder_is_named_by_its_file(string text, string name)
    {
        Directory.CreateDirectory(_folder.Under("etc"));
        File.WriteAllText(_folder.Under("etc/hostname"), text);

        Assert.Equal(name, HostName.Of(new HostRoot(_folder.Path)));
    }

    [Fact]
    public void A_folder_that_names_no_host_has_the_name_of_the_running_one() =>
        Assert.Equal(HostName.Of(HostRoot.Running), HostName.Of(new HostRoot(_folder.Path)));

    public void Dispose() => _folder.Dispose();
}
