using MdevDesired.Model.Devlink;

namespace MdevDesired.Model.Subfunctions;

/// <summary>A subfunction that a document lists.</summary>
internal sealed record DesiredSubfunction : DesiredSubDevice
{
    public required SubfunctionId Subfunction { get; init; }

    /// <summary>What its function shall be; what is null stays as the kernel has it, but for the state.</summary>
    public DevlinkPortFunctionChange Function { get; init; } = new();

    /// <summary>Whether it shall be in use: what is listed is active unless the document says otherwise.</summary>
    public bool IsActive => Function.State != DevlinkFunctionState.Inactive;

    /// <summary>The name that its representor's network interface shall have, or null.</summary>
    public string? Representor { get; init; }

    public override DeviceId Id => Subfunction;

    /// <summary>The attributes of its function, under the names of devlink(8).</summary>
    public override EquatableArray<AttributeValue> Written => Function.Attributes().Select(pair => new AttributeValue(new(pair.Name), pair.Value)).ToEquatableArray();
}
