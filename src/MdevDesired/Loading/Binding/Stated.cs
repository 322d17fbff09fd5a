using MdevDesired.Diagnostics;

namespace MdevDesired.Loading.Binding;

/// <summary>A value and where the input states it.</summary>
internal readonly record struct Stated<T>(T Value, SourceSpan Span);
