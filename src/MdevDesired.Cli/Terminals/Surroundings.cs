using System.Text;
using MdevDesired.Diagnostics;
using MdevDesired.Rendering.Pages;

namespace MdevDesired.Cli.Terminals;

/// <summary>What the program was started in: its three streams, which of them a person watches, and how it is interrupted.</summary>
internal sealed class Surroundings
{
    /// <summary>Opens standard input; most runs never do.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Takes the result.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Takes everything else.</summary>
    public required TextWriter Error { get; init; }

    public bool InputIsTerminal { get; init; }

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether standard error is the journal's, which reads priorities.</summary>
    public bool ErrorIsJournal { get; init; }

    /// <summary>Whether the user forbids colours (https://no-color.org).</summary>
    public bool NoColor { get; init; }

    /// <summary>Begins to heed interrupts: before this one ends the process at once, which is right while nothing is changed.</summary>
    public Func<IInterrupts> HeedInterrupts { get; init; } = () => new SignalInterrupts();

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public Palette OutputPalette => PaletteOf(OutputIsTerminal);

    public Palette ErrorPalette => PaletteOf(ErrorIsTerminal);

    /// <summary>Whether a question would reach a person.</summary>
    public bool CanAsk => InputIsTerminal && ErrorIsTerminal;

    /// <summary>Takes lines that weigh so much, where standard error can tell.</summary>
    public TextWriter ErrorOf(Severity severity) => ErrorIsJournal ? new JournalWriter(Error, severity) : Error;

    public static Surroundings OfProcess() => new()
    {
        OpenInput = () => new StandardStream(0),
        Output = Writer(new StandardStream(1), autoFlush: false),
        Error = Writer(new StandardStream(2, optional: true), autoFlush: true),
        InputIsTerminal = !Console.IsInputRedirected,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        ErrorIsJournal = JournalStream.Is(2, Environment.GetEnvironmentVariable(JournalStream.Variable)),
        NoColor = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") == "dumb",
    };

    private static StreamWriter Writer(Stream stream, bool autoFlush) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = autoFlush, NewLine = "\n" };

    private Palette PaletteOf(bool isTerminal) => isTerminal && !NoColor ? Palette.Ansi : Palette.Plain;
}
