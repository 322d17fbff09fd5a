using System.Runtime.Versioning;
using MdevDesired.Applying;
using MdevDesired.Linux;
using MdevDesired.Linux.State;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using Xunit;

namespace MdevDesired.Tests.Linux.State;

[SupportedOSPlatform("linux")]
public sealed class LedgerFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private HostRoot Root => new(_folder.Path);

    private string Path => _folder.Under("run/mdev-desired/ledger.json");

    [Fact]
    public void A_host_without_a_ledger_has_an_empty_one() =>
        Assert.Equal(new LedgerReading(Ledger.Empty), new LedgerFile(Root).Load());

    [Fact]
    public void What_is_saved_is_loaded()
    {
        var ledger = new Ledger([Entry(1), Entry(2) with { Instance = null, Driver = null, Protect = true, Written = [] }]);

        new LedgerFile(Root).Save(ledger);

        Assert.Equal(new LedgerReading(ledger), new LedgerFile(Root).Load());
    }

    [Fact]
    public void The_file_can_be_read_by_people()
    {
        new LedgerFile(Root).Save(new Ledger([Entry(1)]));

        Assert.Equal(
            """
            {
              "version": 1,
              "entries": [
                {
                  "kind": "mdev",
                  "id": "00000000-0000-4000-8000-000000000001",
                  "parent": "pci/0000:05:00.0",
                  "document": "rack7",
                  "name": "web-1",
                  "instance": 18446744073709551615,
                  "driver": "vfio_mdev",
                  "written": [
                    {
                      "name": "nvidia/vgpu_params",
                      "value": "a=1,b=\u00228\u0022"
                    }
                  ]
                }
              ]
            }

            """,
            File.ReadAllText(Path));
    }

    [Fact]
    public void Entries_are_ordered_however_they_come()
    {
        new LedgerFile(Root).Save(new Ledger([Entry(2), Entry(1)]));

        Assert.Equal(new Ledger([Entry(1), Entry(2)]), new LedgerFile(Root).Load().Ledger);
    }

    [Fact]
    public void Only_the_owner_may_read_the_file_and_all_may_look_into_its_folder()
    {
        new LedgerFile(Root).Save(Ledger.Empty);

        Assert.Equal("600", Convert.ToString((int)File.GetUnixFileMode(Path), 8));
        Assert.Equal("755", Convert.ToString((int)File.GetUnixFileMode(_folder.Under("run/mdev-desired")), 8));
    }

    [Fact]
    public void A_file_left_by_a_killed_run_is_no_obstacle()
    {
        new LedgerFile(Root).Save(Ledger.Empty);
        File.WriteAllText(Path + ".next", "half a led");

        new LedgerFile(Root).Save(new Ledger([Entry(1)]));

        Assert.Single(new LedgerFile(Root).Load().Ledger.Entries);
        Assert.Equal(["ledger.json"], Directory.GetFiles(_folder.Under("run/mdev-desired")).Select(System.IO.Path.GetFileName));
    }

    [Theory]
    [InlineData("", "MD0201")]
    [InlineData("{", "MD0201")]
    [InlineData("[]", "MD0201")]
    [InlineData("\0\0\0\0", "MD0201")]
    [InlineData("""{ "entries": [] }""", "MD0201")]
    [InlineData("""{ "version": "1", "entries": [] }""", "MD0201")]
    [InlineData("""{ "version": 1 }""", "MD0201")]
    [InlineData("""{ "version": 1, "entries": null }""", "MD0201")]
    [InlineData("""{ "version": 1, "entries": [null] }""", "MD0201")]
    [InlineData("""{ "version": 1, "entries": [{ "kind": "mdev" }] }""", "MD0201")]
    [InlineData("""null""", "MD0201")]
    [InlineData("""{ "version": 2, "entries": {} }""", "MD0202")]
    public void A_text_that_is_no_ledger_of_this_version_is_empty_and_says_why(string text, string code)
    {
        Plant(text);

        var reading = new LedgerFile(Root).Load();

        Assert.Equal(Ledger.Unknown, reading.Ledger);
        Assert.Equal(code, reading.Problem!.Code.ToString());
        Assert.Contains(Path, reading.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_not_be_understood_is_kept_when_another_is_written()
    {
        Plant("{ \"version\": 2, \"entries\": {} }");
        var file = new LedgerFile(Root);
        file.Load();
        file.Save(new([Entry(1)]));
        Assert.Equal("{ \"version\": 2, \"entries\": {} }", File.ReadAllText(Path + ".unreadable"));
        Assert.Equal([Entry(1)], new LedgerFile(Root).Load().Ledger.Entries);
    }

    [Theory]
    [InlineData("kind", "toaster", "\"toaster\" is no kind of device")]
    [InlineData("id", "no-uuid", "\"no-uuid\" is no UUID")]
    [InlineData("parent", "a/../b", "parent \"a/../b\" has more than one \"/\"")]
    [InlineData("driver", "..", "driver \"..\" is \"..\"")]
    public void A_name_that_could_not_be_is_told(string field, string value, string why)
    {
        var fields = new Dictionary<string, string>
        {
            ["kind"] = "mdev",
            ["id"] = $"{Entry(1).Id}",
            ["parent"] = "mtty",
            ["document"] = "d",
            ["name"] = "n",
            ["driver"] = "x",
        };
        fields[field] = value;
        Plant($$"""{ "version": 1, "entries": [{ {{string.Join(", ", fields.Select(pair => $"\"{pair.Key}\": \"{pair.Value}\""))}} }] }""");

        Assert.EndsWith(why, new LedgerFile(Root).Load().Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_twice_is_no_ledger()
    {
        new LedgerFile(Root).Save(new Ledger([Entry(1), Entry(1)]));

        Assert.EndsWith("it has a device twice", new LedgerFile(Root).Load().Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_in_place_of_the_ledger_is_not_followed()
    {
        using var outside = new TemporaryFolder();
        File.WriteAllText(outside.Under("shadow"), "untouched");
        Directory.CreateDirectory(_folder.Under("run/mdev-desired"));
        File.CreateSymbolicLink(Path, outside.Under("shadow"));

        Assert.Equal("MD0200", new LedgerFile(Root).Load().Problem!.Code.ToString());
        new LedgerFile(Root).Save(Ledger.Empty);
        Assert.Equal("untouched", File.ReadAllText(outside.Under("shadow")));
    }

    [Fact]
    public void A_link_in_place_of_the_next_ledger_is_not_followed()
    {
        using var outside = new TemporaryFolder();
        Directory.CreateDirectory(_folder.Under("run/mdev-desired"));
        File.CreateSymbolicLink(Path + ".next", outside.Under("planted"));

        new LedgerFile(Root).Save(Ledger.Empty);

        Assert.False(File.Exists(outside.Under("planted")));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run/mdev-desired")]
    public void A_link_in_place_of_the_folder_is_refused(string link)
    {
        using var outside = new TemporaryFolder();
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_folder.Under(link))!);
        Directory.CreateSymbolicLink(_folder.Under(link), outside.Path);

        Assert.Equal(Errno.ELOOP, Assert.Throws<KernelException>(() => new LedgerFile(Root).Save(Ledger.Empty)).Errno);
        Assert.Equal("MD0200", new LedgerFile(Root).Load().Problem!.Code.ToString());
        Assert.Empty(Directory.GetFileSystemEntries(outside.Path));
    }

    [RootFact]
    public void A_pipe_in_place_of_the_ledger_does_not_make_the_reader_wait()
    {
        Directory.CreateDirectory(_folder.Under("run/mdev-desired"));
        Shell.Run("mkfifo", Path);

        Assert.Equal("MD0200", new LedgerFile(Root).Load().Problem!.Code.ToString());
    }

    [RootFact]
    public void A_user_who_may_not_read_it_is_told_to_be_root()
    {
        new LedgerFile(Root).Save(new Ledger([Entry(1)]));
        Shell.Run("chmod", "a+rx", _folder.Path);

        Unprivileged.Run(() =>
        {
            var problem = new LedgerFile(Root).Load().Problem!;
            Assert.Equal($"who made the devices is not known: the ledger {Path} cannot be read: EACCES", problem.Message);
            Assert.Equal("run as root", problem.Hint);
            Assert.Equal(Errno.EACCES, Assert.Throws<KernelException>(() => new LedgerFile(Root).Save(Ledger.Empty)).Errno);
        });
    }

    [MountFact]
    public void A_full_file_system_leaves_the_old_ledger_as_it_was()
    {
        Directory.CreateDirectory(_folder.Under("run"));
        using var mount = new SmallMount(_folder.Under("run"), "16k");
        new LedgerFile(Root).Save(new Ledger([Entry(1)]));
        var large = new Ledger(Enumerable.Range(1, 200).Select(Entry).ToEquatableArray());

        Assert.Equal(Errno.ENOSPC, Assert.Throws<KernelException>(() => new LedgerFile(Root).Save(large)).Errno);

        Assert.Equal(new Ledger([Entry(1)]), new LedgerFile(Root).Load().Ledger);
        Assert.Equal(["ledger.json"], Directory.GetFiles(_folder.Under("run/mdev-desired")).Select(System.IO.Path.GetFileName));
    }

    [Fact]
    public async Task A_reader_sees_one_whole_ledger_or_another()
    {
        var file = new LedgerFile(Root);
        file.Save(Ledger.Empty);
        using var done = new CancellationTokenSource();
        var writers = Enumerable.Range(1, 3).Select(n => Task.Run(() => SaveUntil(file, n, done.Token))).ToArray();

        for (var i = 0; i < 200; i++)
        {
            Assert.Null(new LedgerFile(Root).Load().Problem);
        }

        await done.CancelAsync();
        await Task.WhenAll(writers);
    }

    public void Dispose() => _folder.Dispose();

    private static void SaveUntil(LedgerFile file, int number, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            file.Save(new Ledger([Entry(number)]));
        }
    }

    private static LedgerEntry Entry(int number) => new()
    {
        Id = MdevId.Parse($"00000000-0000-4000-8000-{number:x12}"),
        Parent = ParentAddress.Parse("pci/0000:05:00.0"),
        Document = "rack7",
        Name = $"web-{number}",
        Instance = ulong.MaxValue,
        Driver = new DriverName("vfio_mdev"),
        Written = [new AttributeValue(new AttributeName("nvidia/vgpu_params"), "a=1,b=\"8\"")],
    };

    private void Plant(string text)
    {
        Directory.CreateDirectory(_folder.Under("run/mdev-desired"));
        File.WriteAllText(Path, text);
    }
}
