namespace MdevDesired.Loading;

/// <summary>One file of the input, read by whoever calls.</summary>
/// <param name="Path">The path as the user gave it, or <c>&lt;stdin&gt;</c>.</param>
/// <param name="Bytes">The whole content.</param>
internal sealed record SourceText(string Path, ReadOnlyMemory<byte> Bytes);
