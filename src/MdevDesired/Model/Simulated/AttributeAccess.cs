namespace MdevDesired.Model.Simulated;

/// <summary>How an attribute may be used.</summary>
internal enum AttributeAccess
{
    ReadWrite,
    ReadOnly,
    WriteOnly,
}
