using MdevDesired.Linux.Sysfs;
using Xunit;

namespace MdevDesired.Tests.Linux.Sysfs;

public sealed class SysfsPathTests
{
    [Theory]
    [InlineData("class/mdev_bus/mtty", "../../devices/virtual/mtty/mtty", "devices/virtual/mtty/mtty")]
    [InlineData("a/link", "b", "a/b")]
    [InlineData("link", "b", "b")]
    public void A_link_leads_on_from_its_own_folder(string link, string target, string path) =>
        Assert.Equal(path, SysfsPath.Resolve(link, target));

    [Theory]
    [InlineData("../../../etc")]
    [InlineData("/etc")]
    public void A_link_out_of_sysfs_leads_nowhere(string target) => Assert.Null(SysfsPath.Resolve("class/mdev_bus/mtty", target));
}
