namespace MdevDesired.Cli.Completion;

/// <summary>What a shell offers for a value.</summary>
internal enum ValueKind
{
    /// <summary>There is no value: a switch.</summary>
    None,

    /// <summary>One that only the user knows.</summary>
    Free,

    Words,
    File,
    Folder,
}
