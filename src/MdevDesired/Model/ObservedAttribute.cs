namespace MdevDesired.Model;

/// <summary>What reading one attribute gave.</summary>
/// <param name="Name">The attribute that was asked for.</param>
/// <param name="State">Whether it could be read.</param>
/// <param name="Value">The text without its last newline when readable, else null.</param>
internal sealed record ObservedAttribute(AttributeName Name, AttributeState State, string? Value)
{
    /// <summary>Why it is unreadable, as <c>EACCES</c>; null otherwise.</summary>
    public string? Problem { get; init; }

    public static ObservedAttribute Readable(AttributeName name, string value) => new(name, AttributeState.Readable, value);
}
