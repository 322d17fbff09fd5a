using MdevDesired.Cli;
using MdevDesired.Tests.Cli;
using Xunit;

namespace MdevDesired.Tests.Packaging;

/// <summary>The systemd units and the udev rule, as far as they can be looked at without systemd.</summary>
public sealed class UnitTests
{
    private static readonly string[] Names = ["mdev-desired.service", "mdev-desired@.service", "mdev-desired-watch.service"];

    public static TheoryData<string> Units => [.. Names];

    [Fact]
    public void All_are_hardened_alike()
    {
        var hardening = Names.Select(name => string.Join('\n', Unit(name)
            .SkipWhile(line => !line.StartsWith("CapabilityBoundingSet=", StringComparison.Ordinal))
            .TakeWhile(line => line.Length > 0))).Distinct();
        Assert.Contains("\nNoNewPrivileges=yes\n", Assert.Single(hardening), StringComparison.Ordinal);
    }

    [Fact]
    public void To_reload_the_boot_unit_does_what_its_start_does()
    {
        var commands = Unit("mdev-desired.service").Where(line => line.StartsWith("ExecStart=", StringComparison.Ordinal) || line.StartsWith("ExecReload=", StringComparison.Ordinal));
        Assert.Single(commands.Select(line => line.Split('=', 2)[1]).Distinct());
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void Keep_what_the_ledger_says_when_they_stop(string name)
    {
        Assert.Contains("RuntimeDirectory=mdev-desired", Unit(name));
        Assert.Contains("RuntimeDirectoryPreserve=yes", Unit(name));
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void Never_wait_for_systemctl_or_for_udev_to_settle(string name) =>
        Assert.DoesNotContain(Settings(name), line => line.Contains("systemctl", StringComparison.Ordinal) || line.Contains("udev-settle", StringComparison.Ordinal));

    [Theory]
    [InlineData("mdev-desired.service")]
    [InlineData("mdev-desired@.service")]
    public void Are_bounded_and_outside_the_default_ordering(string name)
    {
        Assert.Contains("DefaultDependencies=no", Unit(name));
        Assert.Contains("Conflicts=shutdown.target", Unit(name));
        Assert.Contains(Unit(name), line => line.StartsWith("TimeoutStartSec=", StringComparison.Ordinal) && line != "TimeoutStartSec=infinity");
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void Give_the_program_options_that_it_has(string name)
    {
        var arguments = Assert.Single(Unit(name), line => line.StartsWith("ExecStart=", StringComparison.Ordinal)).Split(' ')[1..];
        var verb = Assert.Single(Commanded.Tree().Commands, command => command.Name == arguments[0]);
        var known = verb.Options.SelectMany(option => option.Names);
        Assert.All(arguments[1..], argument => Assert.Contains(argument.Split('=')[0], known));
    }

    [Fact]
    public void The_parents_unit_takes_the_name_that_the_rule_gives()
    {
        using var session = new Session();
        var host = session.File("host.yaml", Examples.Host);
        var one = session.File("one.yaml", Examples.One);
        string[] options = ["-f", one, "--observed", host, "--if-listed"];

        Assert.Equal(ExitCode.Done, session.Run(["apply", .. options, "--parent=mtty"]));
        Assert.Contains("1 created", session.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, session.Run(["apply", .. options, "--parent=0000:05:00.0"]));
        Assert.Equal("Nothing to do: no document lists 0000:05:00.0.\n", session.Out);
        Assert.Equal(ExitCode.InvalidInput, session.Run(["apply", .. options]));
        Assert.Contains("--if-listed goes with --parent", session.Err, StringComparison.Ordinal);
    }

    private static string[] Unit(string name) => File.ReadAllLines(Path.Combine(RepositoryFolder.Root, "src/packaging/systemd", name));

    private static IEnumerable<string> Settings(string name) => Unit(name).Where(line => !line.StartsWith('#'));
}
