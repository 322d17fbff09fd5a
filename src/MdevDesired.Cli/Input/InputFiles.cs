using MdevDesired.Diagnostics;
using MdevDesired.Loading;

namespace MdevDesired.Cli.Input;

/// <summary>The files of an input as they were read, and what was wrong with reading them.</summary>
internal sealed record InputFiles(IReadOnlyList<SourceText> Sources, IReadOnlyList<Diagnostic> Diagnostics);
