using System.Text;
using MdevDesired.Cli;
using MdevDesired.Cli.Terminals;

namespace MdevDesired.Tests.Cli;

/// <summary>Runs the program in this process with streams of its own and a folder for files.</summary>
internal sealed class Session : IDisposable
{
    public Session() => Folder = Directory.CreateTempSubdirectory("mdev-desired-").FullName;

    public string Folder { get; }

    public string StandardInput { get; set; } = "";

    public bool Terminal { get; set; }

    public bool Journal { get; set; }

    public bool Interrupted { get; set; }

    public TextWriter Output { get; set; } = new StringWriter();

    public string Out => Output.ToString()!;

    public StringWriter ErrorOutput { get; private set; } = new();

    public string Err => ErrorOutput.ToString();

    /// <summary>Writes a file into the folder and gives its path.</summary>
    public string File(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs the program; what it wrote is then in <see cref="Out"/> and <see cref="Err"/>.</summary>
    public ExitCode Run(params string[] args)
    {
        if (Output.GetType() == typeof(StringWriter))
        {
            Output = new StringWriter();
        }

        ErrorOutput = new StringWriter();
        var surroundings = new Surroundings
        {
            OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(StandardInput)),
            Output = Output,
            Error = ErrorOutput,
            InputIsTerminal = Terminal,
            OutputIsTerminal = Terminal,
            ErrorIsTerminal = Terminal,
            ErrorIsJournal = Journal,
            NoColor = true,
            HeedInterrupts = () => new GivenInterrupts(Interrupted),
        };
        return Program.Run(args, surroundings);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private sealed class GivenInterrupts(bool interrupted) : IInterrupts
    {
        public CancellationToken Token { get; } = new(interrupted);

        public void Dispose()
        {
        }
    }
}
