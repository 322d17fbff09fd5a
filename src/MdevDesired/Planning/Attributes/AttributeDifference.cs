using MdevDesired.Model;

namespace MdevDesired.Planning.Attributes;

/// <summary>A write that a device needs, and why.</summary>
internal sealed record AttributeDifference(AttributeValue Write, string Reason);
