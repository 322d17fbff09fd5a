using MdevDesired.KernelTests.Machines;
using Xunit;

namespace MdevDesired.KernelTests.Packaging;

/// <summary>What is in the Debian package, and who may do what with it.</summary>
public sealed class PackageTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    private static readonly string[] Single =
    [
        "lib/systemd/system/mdev-desired.service",
        "lib/systemd/system/mdev-desired@.service",
        "lib/systemd/system/mdev-desired-watch.service",
        "lib/udev/rules.d/60-mdev-desired.rules",
        "usr/bin/mdev-desired",
        "usr/share/bash-completion/completions/mdev-desired",
        "usr/share/doc/mdev-desired/CHANGELOG.md.gz",
        "usr/share/doc/mdev-desired/README.md",
        "usr/share/doc/mdev-desired/changelog.gz",
        "usr/share/doc/mdev-desired/copyright",
        "usr/share/fish/vendor_completions.d/mdev-desired.fish",
        "usr/share/lintian/overrides/mdev-desired",
        "usr/share/man/man5/mdev-desired.5.gz",
        "usr/share/man/man8/mdev-desired.8.gz",
        "usr/share/zsh/vendor-completions/_mdev-desired",
    ];

    [MachineFact]
    public void Holds_these_files_and_no_others()
    {
        var schemas = Repository("schemas", "*.json").Select(name => $"usr/share/mdev-desired/schemas/{name}");
        var examples = Repository("examples", "*.yaml").Select(name => $"usr/share/doc/mdev-desired/examples/{name}");
        var hosts = Repository("examples/hosts", "*.yaml").Select(name => $"usr/share/doc/mdev-desired/examples/hosts/{name}");
        var files = Directory.EnumerateFiles(package.Root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(package.Root, file));
        Assert.Equal(Single.Concat(schemas).Concat(examples).Concat(hosts).Order(), files.Order());
    }

    [MachineFact]
    public void The_folder_for_documents_is_there_and_empty() =>
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(package.Root, "etc/mdev-desired")));

    [MachineFact]
    public void Everything_is_roots_and_only_root_may_write()
    {
        var lines = PackageFixture.Output("dpkg-deb", "-c", package.Path).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line =>
        {
            Assert.Contains(" root/root ", line, StringComparison.Ordinal);
            var mode = line[0] == 'd' || line.EndsWith(" ./usr/bin/mdev-desired", StringComparison.Ordinal) ? "rwxr-xr-x" : "rw-r--r--";
            Assert.Equal(mode, line[1..10]);
        });
    }

    [MachineFact]
    public void Holds_the_published_program_and_depends_on_what_it_needs()
    {
        Assert.Equal(File.ReadAllBytes(PackageFixture.Program), File.ReadAllBytes(Path.Combine(package.Root, "usr/bin/mdev-desired")));
        Assert.Matches(@"^libc6 \(>= 2\.\d+\)\n$", PackageFixture.Output("dpkg-deb", "-f", package.Path, "Depends"));
        var version = PackageFixture.Output("dpkg-deb", "-f", package.Path, "Version").Trim();
        Assert.Equal($"mdev-desired {version}\n", PackageFixture.Output(Path.Combine(package.Root, "usr/bin/mdev-desired"), "version"));
    }

    [MachineFact]
    public void Completions_are_those_of_the_program() =>
        Assert.Equal(
            PackageFixture.Output(PackageFixture.Program, "completion", "bash"),
            File.ReadAllText(Path.Combine(package.Root, "usr/share/bash-completion/completions/mdev-desired")));

    [MachineFact]
    public void Examples_are_valid_where_they_lie_and_name_schemas_that_are_there()
    {
        var folder = Path.Combine(package.Root, "usr/share/doc/mdev-desired/examples");
        foreach (var example in Directory.EnumerateFiles(folder, "*.yaml"))
        {
            PackageFixture.Output(PackageFixture.Program, "validate", "-f", example);
            var schema = File.ReadLines(example).First(line => line.Contains("$schema=", StringComparison.Ordinal)).Split("$schema=")[1].Trim();
            Assert.True(File.Exists(package.Root + schema), schema);
        }
    }

    [MachineFact]
    public void The_same_sources_give_the_same_package() =>
        Assert.Equal(File.ReadAllBytes(package.Path), File.ReadAllBytes(package.Build("second")));

    // The package says what is in its program's file, so that any program for that architecture stands for ours.
    [MachineFact]
    public void A_program_for_arm64_gives_a_package_for_arm64()
    {
        var source = Path.Combine(package.Folder, "program.c");
        var program = Path.Combine(package.Folder, "arm64", "mdev-desired");
        Directory.CreateDirectory(Path.GetDirectoryName(program)!);
        File.WriteAllText(source, "#include <stdio.h>\nint main(void) { return puts(\"\") < 0; }\n");
        PackageFixture.Output("aarch64-linux-gnu-gcc", "-o", program, source);

        var built = package.Build("arm64", program);
        Assert.Equal("arm64\n", PackageFixture.Output("dpkg-deb", "-f", built, "Architecture"));
        Assert.Matches(@"^libc6 \(>= 2\.\d+\)\n$", PackageFixture.Output("dpkg-deb", "-f", built, "Depends"));
        Assert.Equal(Paths(package.Path), Paths(built));
    }

    [MachineFact]
    public void Lintian_finds_nothing() =>
        Assert.Equal("", PackageFixture.Output("lintian", "--allow-root", "--fail-on", "error,warning", package.Path));

    // Looked at where they are not installed, so that the program is not where they say: what is amiss is printed.
    [MachineFact]
    public void Systemd_understands_the_units()
    {
        var folder = Directory.CreateDirectory(Path.Combine(package.Folder, "units")).FullName;
        foreach (var unit in Directory.EnumerateFiles(Path.Combine(package.Root, "lib/systemd/system")))
        {
            var text = File.ReadAllText(unit).Replace("=/usr/bin/", $"={package.Root}/usr/bin/", StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(unit)), text);
        }

        string[] units = [$"{folder}/mdev-desired.service", $"{folder}/mdev-desired@mtty.service", $"{folder}/mdev-desired-watch.service"];
        Assert.Equal("", PackageFixture.Output("systemd-analyze", ["verify", "--man=no", .. units]));
    }

    // The threshold is in tenths: above 3.0 the command fails.
    [MachineFact]
    public void The_units_are_hardened()
    {
        foreach (var unit in (string[])["mdev-desired.service", "mdev-desired@mtty.service", "mdev-desired-watch.service"])
        {
            PackageFixture.Output("systemd-analyze", "security", "--offline=true", "--threshold=30", "--no-pager", $"--root={package.Root}", unit);
        }
    }

    [MachineFact]
    public void Others_install_beneath_a_folder_and_with_a_prefix_of_their_own()
    {
        var target = Path.Combine(package.Folder, "others");
        PackageFixture.Output("env", $"DESTDIR={target}", "PREFIX=/usr/local", MachineParts.InRepository("src/packaging/install.sh"), PackageFixture.Program);
        var unit = File.ReadAllText(Path.Combine(target, "usr/local/lib/systemd/system/mdev-desired.service"));
        Assert.Contains("\nExecStart=/usr/local/bin/mdev-desired apply ", unit, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(target, "usr/local/bin/mdev-desired")));
        Assert.Equal(["etc", "usr"], Directory.EnumerateDirectories(target).Select(Path.GetFileName).Order());
    }

    private static string[] Paths(string package) =>
        [.. PackageFixture.Output("dpkg-deb", "-c", package).Split('\n').Select(line => line[(line.LastIndexOf(' ') + 1)..])];

    private static IEnumerable<string> Repository(string folder, string pattern) =>
        Directory.EnumerateFiles(MachineParts.InRepository(folder), pattern).Select(file => Path.GetFileName(file));
}
