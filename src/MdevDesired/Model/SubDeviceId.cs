namespace MdevDesired.Model;

/// <summary>What makes a sub device the same one in the desired state, on the host and in the ledger.</summary>
internal abstract record SubDeviceId : IComparable<SubDeviceId>
{
    /// <summary>The kind's word in the document and in every output: <c>mdev</c>.</summary>
    public abstract string Kind { get; }

    public int CompareTo(SubDeviceId? other) =>
        other is null ? 1
        : Kind != other.Kind ? string.CompareOrdinal(Kind, other.Kind)
        : CompareWithinKind(other);

    /// <summary>Compares with an identity of the same kind.</summary>
    protected abstract int CompareWithinKind(SubDeviceId other);
}
