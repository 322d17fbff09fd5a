using MdevDesired.Linux.FileChanges;
using Xunit;

namespace MdevDesired.Tests.Linux.FileChanges;

public sealed class FileChangeMonitorTests : IDisposable
{
    // What is not heard of fails the test then; what is heard of does not wait.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly string _top = Directory.CreateTempSubdirectory("mdev-desired-").FullName;

    public void Dispose() => Directory.Delete(_top, recursive: true);

    [Fact]
    public void Hears_of_a_file_that_is_written_renamed_removed_and_made_readable()
    {
        var folder = Folder("docs");
        using var monitor = Watch(folder);
        AssertHears(monitor, () => Write(folder, "a.yaml"));
        AssertHears(monitor, () => File.Move($"{folder}/a.yaml", $"{folder}/b.yaml"));
        AssertHears(monitor, () => Replace(folder, "b.yaml"));
        AssertHears(monitor, () => File.Delete($"{folder}/b.yaml"));
    }

    [Fact]
    public void Hears_of_one_file_that_is_replaced_and_not_of_its_neighbours()
    {
        Write(_top, "a.yaml");
        using var monitor = Watch($"{_top}/a.yaml");
        Write(_top, "other.yaml");
        Assert.False(Hears(monitor));
        AssertHears(monitor, () => Replace(_top, "a.yaml"));
        AssertHears(monitor, () => Replace(_top, "a.yaml"));
    }

    [Fact]
    public void Hears_of_a_folder_that_is_removed_and_made_again_and_of_what_is_in_it_then()
    {
        var folder = Folder("docs");
        using var monitor = Watch(folder);
        AssertHears(monitor, () => Directory.Delete(folder, recursive: true));
        AssertHears(monitor, () => Directory.CreateDirectory(folder));
        AssertHears(monitor, () => Write(folder, "a.yaml"));
    }

    [Fact]
    public void Hears_of_a_folder_that_appears_later_with_all_that_leads_to_it()
    {
        using var monitor = Watch($"{_top}/etc/mdev-desired");
        AssertHears(monitor, () => Folder("etc"));
        AssertHears(monitor, () => Folder("etc/mdev-desired"));
        AssertHears(monitor, () => Write($"{_top}/etc/mdev-desired", "a.yaml"));
    }

    [Fact]
    public void Hears_of_a_folder_that_is_put_in_the_place_of_another()
    {
        Write(Folder("docs"), "a.yaml");
        Write(Folder("new"), "a.yaml");
        using var monitor = Watch($"{_top}/docs");
        AssertHears(monitor, () =>
        {
            Directory.Move($"{_top}/docs", $"{_top}/old");
            Directory.Move($"{_top}/new", $"{_top}/docs");
        });
        AssertHears(monitor, () => Write($"{_top}/docs", "b.yaml"));
    }

    [Fact]
    public void Hears_of_a_link_to_a_folder_that_is_turned_elsewhere()
    {
        Write(Folder("one"), "a.yaml");
        Write(Folder("two"), "a.yaml");
        Link("docs", "one");
        using var monitor = Watch($"{_top}/docs");
        AssertHears(monitor, () => Turn("docs", "two"));
        AssertHears(monitor, () => Write($"{_top}/two", "b.yaml"));
    }

    // Kubernetes: docs/a.yaml -> ..data/a.yaml, ..data -> ..2026_1; the update replaces ..data by a rename.
    [Fact]
    public void Hears_of_a_config_map_that_is_updated()
    {
        Folder("docs");
        Write(Folder("docs/..2026_1"), "a.yaml");
        Link("docs/..data", "..2026_1");
        Link("docs/a.yaml", "..data/a.yaml");
        using var monitor = Watch($"{_top}/docs");
        Write(Folder("docs/..2026_2"), "a.yaml");
        Drain(monitor);
        AssertHears(monitor, () => Turn("docs/..data", "..2026_2"));
        AssertHears(monitor, () => Write($"{_top}/docs/..2026_2", "a.yaml"));
    }

    [Fact]
    public void Hears_of_a_document_whose_link_leads_out_of_the_folder()
    {
        Folder("docs");
        Write(Folder("git"), "a.yaml");
        Link("docs/a.yaml", "../git/a.yaml");
        using var monitor = Watch($"{_top}/docs");
        AssertHears(monitor, () => Write($"{_top}/git", "a.yaml"));
    }

    [Fact]
    public void Is_not_lost_in_links_that_lead_round_in_circles()
    {
        Link("one", "two");
        Link("two", "one");
        using var monitor = Watch($"{_top}/one");
        AssertHears(monitor, () => File.Delete($"{_top}/one"));
    }

    [Fact]
    public void Ends_its_wait_when_it_is_told_to()
    {
        using var monitor = Watch(_top);
        Assert.Throws<OperationCanceledException>(() => monitor.Next(Patience, new(canceled: true)));
    }

    private static FileChangeMonitor Watch(string path) =>
        new([path], folder => Directory.EnumerateFiles(folder).Where(file => file.EndsWith(".yaml", StringComparison.Ordinal)));

    private static void AssertHears(FileChangeMonitor monitor, Action change)
    {
        Drain(monitor);
        change();
        Assert.True(monitor.Next(Patience, CancellationToken.None));
    }

    private static void Drain(FileChangeMonitor monitor)
    {
        while (Hears(monitor))
        {
        }
    }

    private static bool Hears(FileChangeMonitor monitor) => monitor.Next(TimeSpan.FromMilliseconds(1), CancellationToken.None);

    private static void Write(string folder, string name) => File.WriteAllText($"{folder}/{name}", "x");

    private static void Replace(string folder, string name)
    {
        Write(folder, $".{name}.tmp");
        File.Move($"{folder}/.{name}.tmp", $"{folder}/{name}", overwrite: true);
    }

    private string Folder(string name) => Directory.CreateDirectory($"{_top}/{name}").FullName;

    private void Link(string name, string target) => File.CreateSymbolicLink($"{_top}/{name}", target);

    private void Turn(string name, string target)
    {
        Link($"{name}_tmp", target);
        Shell.Run("mv", "-T", $"{_top}/{name}_tmp", $"{_top}/{name}");
    }
}
