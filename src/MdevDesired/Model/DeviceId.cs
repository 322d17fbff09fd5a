namespace MdevDesired.Model;

/// <summary>What makes a sub device, or a parent, the same one in the desired state, on the host and in the ledger.</summary>
internal abstract record DeviceId : IComparable<DeviceId>
{
    /// <summary>The kind's word in the document and in every output: <c>mdev</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>How it is told apart from others of its parent, where that is named already.</summary>
    public virtual string Label => ToString()!;

    public int CompareTo(DeviceId? other) =>
        other is null ? 1
        : Kind != other.Kind ? string.CompareOrdinal(Kind, other.Kind)
        : CompareWithinKind(other);

    /// <summary>Compares with an identity of the same kind.</summary>
    protected abstract int CompareWithinKind(DeviceId other);
}
