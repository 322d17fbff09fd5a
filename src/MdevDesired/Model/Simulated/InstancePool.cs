namespace MdevDesired.Model.Simulated;

/// <summary>Room that the types of a parent share.</summary>
/// <param name="Size">How many units there are.</param>
/// <param name="Costs">What one device of a type takes; a type that is not listed takes one.</param>
internal sealed record InstancePool(int Size, EquatableArray<TypeCost> Costs)
{
    public int CostOf(MdevTypeName type) => Costs.FirstOrDefault(cost => cost.Type == type)?.Units ?? 1;
}

/// <summary>What one device of a type takes from its pool.</summary>
internal sealed record TypeCost(MdevTypeName Type, int Units);
