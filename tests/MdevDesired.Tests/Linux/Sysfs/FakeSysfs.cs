using MdevDesired.Linux;

namespace MdevDesired.Tests.Linux.Sysfs;

/// <summary>A tree of folders, files and symbolic links laid out as the kernel lays out mediated devices under /sys.</summary>
internal sealed class FakeSysfs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public HostRoot Root => new(_folder.Path);

    /// <summary>The absolute path of something under /sys.</summary>
    public string Sys(string relative) => _folder.Under("sys/" + relative);

    public string Text(string relative) => File.ReadAllText(Sys(relative));

    public FakeSysfs WithBus()
    {
        Directory.CreateDirectory(Sys("bus/mdev/devices"));
        Directory.CreateDirectory(Sys("bus/mdev/drivers"));
        Directory.CreateDirectory(Sys("class/mdev_bus"));
        return this;
    }

    public FakeSysfs WithDriver(string driver)
    {
        Write($"bus/mdev/drivers/{driver}/bind", "");
        Write($"bus/mdev/drivers/{driver}/unbind", "");
        return this;
    }

    /// <summary>A device that is no parent of mdevs, on a bus such as <c>pci</c> or in a class such as <c>mtty</c>.</summary>
    public FakeSysfs WithDevice(string subsystem, string name, bool isClass = false)
    {
        var path = isClass ? $"devices/virtual/{subsystem}/{name}" : $"devices/{subsystem}0000:00/{name}";
        Directory.CreateDirectory(Sys(path));
        var home = isClass ? $"class/{subsystem}" : $"bus/{subsystem}";
        Link($"{path}/subsystem", home);
        Link(isClass ? $"{home}/{name}" : $"{home}/devices/{name}", path);
        return this;
    }

    /// <summary>A parent on a bus, or in a class.</summary>
    public FakeSysfs WithParent(string subsystem, string name, bool isClass = false)
    {
        WithBus().WithDevice(subsystem, name, isClass);
        var path = isClass ? $"devices/virtual/{subsystem}/{name}" : $"devices/{subsystem}0000:00/{name}";
        Link($"class/mdev_bus/{name}", path);
        Directory.CreateDirectory(Sys($"{path}/mdev_supported_types"));
        return this;
    }

    public FakeSysfs WithType(string parent, string type, int available)
    {
        var folder = $"class/mdev_bus/{parent}/mdev_supported_types/{type}";
        Write($"{folder}/create", "");
        Write($"{folder}/available_instances", $"{available}\n");
        Write($"{folder}/device_api", "vfio-pci\n");
        Write($"{folder}/name", $"The {type}\n");
        Directory.CreateDirectory(Sys($"{folder}/devices"));
        return this;
    }

    public FakeSysfs WithMdev(string parent, string uuid, string? type, string? driver = null)
    {
        var path = $"{PathOf(parent)}/{uuid}";
        Write($"{path}/remove", "");
        Link($"bus/mdev/devices/{uuid}", path);
        Link($"{path}/subsystem", "bus/mdev");
        if (type is not null)
        {
            WithTypeOf(parent, uuid, type);
        }

        if (driver is not null)
        {
            Bind(path, uuid, driver);
        }

        return this;
    }

    /// <summary>The links that tell the type: the kernel makes them after the device.</summary>
    public FakeSysfs WithTypeOf(string parent, string uuid, string type)
    {
        Link($"{PathOf(parent)}/{uuid}/mdev_type", $"{PathOf(parent)}/mdev_supported_types/{type}");
        Link($"{PathOf(parent)}/mdev_supported_types/{type}/devices/{uuid}", $"{PathOf(parent)}/{uuid}");
        return this;
    }

    public FakeSysfs WithAttribute(string parent, string uuid, string name, string text)
    {
        Write($"{PathOf(parent)}/{uuid}/{name}", text);
        return this;
    }

    /// <summary>Makes a relative link, as sysfs does; both paths are beneath /sys.</summary>
    public void Link(string link, string target)
    {
        var folder = Path.GetDirectoryName(Sys(link))!;
        Directory.CreateDirectory(folder);
        File.CreateSymbolicLink(Sys(link), Path.GetRelativePath(folder, Sys(target)));
    }

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Sys(relative))!);
        File.WriteAllText(Sys(relative), text);
    }

    /// <summary>Lets other users than the one who made it look into the tree, as into /sys.</summary>
    public FakeSysfs ReadableByAll()
    {
        Shell.Run("chmod", "-R", "a+rX", Root.Path);
        return this;
    }

    public void Remove(string folder) => Directory.Delete(Sys(folder), recursive: true);

    /// <summary>The parent's folder beneath /sys, links resolved.</summary>
    public string PathOf(string parent) =>
        Path.GetRelativePath(Sys(""), Directory.ResolveLinkTarget(Sys($"class/mdev_bus/{parent}"), returnFinalTarget: true)!.FullName);

    public void Dispose() => _folder.Dispose();

    private void Bind(string path, string uuid, string driver)
    {
        Link($"{path}/driver", $"bus/mdev/drivers/{driver}");
        Link($"bus/mdev/drivers/{driver}/{uuid}", path);
    }
}
