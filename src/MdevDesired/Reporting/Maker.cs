namespace MdevDesired.Reporting;

/// <summary>Who made, or adopted, a device of the host.</summary>
internal enum Maker
{
    /// <summary>The ledger has it.</summary>
    ThisTool,

    /// <summary>The ledger does not have it.</summary>
    Others,

    /// <summary>The ledger could not be read.</summary>
    Unknown,
}
