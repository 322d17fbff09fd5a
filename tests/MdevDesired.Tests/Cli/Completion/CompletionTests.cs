using MdevDesired.Cli;
using Xunit;

namespace MdevDesired.Tests.Cli.Completion;

public sealed class CompletionTests : IDisposable
{
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public void Knows_every_command_and_none_that_is_hidden(string shell)
    {
        var script = Script(shell);
        Assert.All(Commanded.Verbs(), verb => Assert.Contains(verb, script, StringComparison.Ordinal));
        Assert.DoesNotContain("perform-actions", script, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ksh", "is none of bash, zsh, fish")]
    [InlineData("bsh", "did you mean \"bash\"?")]
    [InlineData("", "Required argument 'SHELL' missing")]
    public void Another_shell_is_refused(string shell, string says)
    {
        Assert.Equal(ExitCode.InvalidInput, _session.Run(["completion", .. shell.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));
        Assert.Contains(says, _session.Err, StringComparison.Ordinal);
    }

    [CommandFact("bash")]
    public void Bash_completes_commands()
    {
        Assert.Equal(["plan"], Bash("", "pl"));
        Assert.Equal(["validate", "version"], Bash("", "v"));
        Assert.Equal(["--help", "--root", "--version"], Bash("", "--").Order());
    }

    [CommandFact("bash")]
    public void Bash_completes_the_options_of_the_command()
    {
        Assert.Equal(["--observed", "--observed-out"], Bash("apply", "--obs"));
        Assert.Equal(["--observed"], Bash("plan", "--obs"));
        Assert.Equal(["--root"], Bash("version", "--r"));
    }

    [CommandFact("bash")]
    public void Bash_completes_values()
    {
        Assert.Equal(["text", "json", "sarif", "github"], Bash("validate -o", ""));
        Assert.Equal(["json"], Bash("plan --output", "j"));
        Assert.Equal(["json"], Bash("plan --output =", "j"));
        Assert.Equal(["text", "json"], Bash("apply --output", "="));
        Assert.Equal(["zsh"], Bash("completion", "z"));
        Assert.Equal([], Bash("apply --lock-timeout", ""));
    }

    [CommandFact("bash")]
    public void Bash_completes_files_and_folders()
    {
        var file = _session.File("rack 7.yaml", "");
        var folder = Directory.CreateDirectory(Path.Combine(_session.Folder, "rack8")).FullName;
        var beginning = Path.Combine(_session.Folder, "rack");
        Assert.Equal([file, folder], Bash("plan -f", beginning).Order());
        Assert.Equal([file, folder], Bash("apply", beginning).Order());
        Assert.Equal([folder], Bash("plan --root", beginning));
    }

    [CommandFact("zsh")]
    public void Zsh_can_read_it() => Commands.Output("zsh", "-n", _session.File("_mdev-desired", Script("zsh")));

    // zsh's own reader of specifications complains of those that it does not understand.
    [CommandFact("zsh")]
    public void Zsh_understands_the_specifications()
    {
        var script = _session.File("_mdev-desired", Script("zsh"));
        Assert.Equal(
            "defined\n",
            Commands.Output("zsh", "-f", "-c", $"autoload -U compinit; compinit -D; source '{script}'; [[ ${{_comps[mdev-desired]}} == _mdev-desired ]] && echo defined"));
    }

    [CommandFact("fish")]
    public void Fish_completes_commands_options_and_values()
    {
        var script = _session.File("mdev-desired.fish", Script("fish"));
        Assert.Equal(["plan"], Fish(script, "mdev-desired pl"));
        Assert.Equal(["--observed", "--observed-out"], Fish(script, "mdev-desired apply --obs"));
        Assert.Equal(["json"], Fish(script, "mdev-desired plan -o j"));
        Assert.Equal(["bash", "fish", "zsh"], Fish(script, "mdev-desired completion ").Order());
    }

    private string Script(string shell)
    {
        Assert.Equal(ExitCode.Done, _session.Run("completion", shell));
        return _session.Out;
    }

    private string[] Bash(string before, string word)
    {
        var script = _session.File("mdev-desired.bash", Script("bash"));
        string[] words = ["mdev-desired", .. before.Split(' ', StringSplitOptions.RemoveEmptyEntries), word];
        var line = $"source '{script}'; COMP_WORDS=({string.Join(' ', words.Select(text => $"'{text}'"))}); COMP_CWORD={words.Length - 1}; "
            + "_mdev_desired; [[ ${#COMPREPLY[@]} == 0 ]] || printf '%s\\n' \"${COMPREPLY[@]}\"";
        return Commands.Output("bash", "--norc", "-c", line).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private string[] Fish(string script, string line)
    {
        var home = Directory.CreateDirectory(Path.Combine(_session.Folder, "home")).FullName;
        var output = Commands.Output("env", $"HOME={home}", $"XDG_CONFIG_HOME={home}", $"XDG_DATA_HOME={home}", "fish", "--no-config", "-c", $"source '{script}'; complete -C '{line}'");
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split('\t')[0])];
    }
}
