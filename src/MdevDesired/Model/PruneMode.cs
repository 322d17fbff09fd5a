namespace MdevDesired.Model;

/// <summary>Which sub devices of a parent are removed when no document lists them.</summary>
internal enum PruneMode
{
    /// <summary>Those that the ledger has for a document of the input.</summary>
    Owned,

    /// <summary>Those made by others too.</summary>
    All,

    /// <summary>None.</summary>
    None,
}
