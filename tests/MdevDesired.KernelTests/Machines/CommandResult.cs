namespace MdevDesired.KernelTests.Machines;

/// <summary>What a command left: both outputs as UTF-8 text, and the exit code (128 + signal if one ended it).</summary>
public sealed record CommandResult(string Stdout, string Stderr, int ExitCode);
