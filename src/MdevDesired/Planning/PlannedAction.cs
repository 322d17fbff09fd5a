namespace MdevDesired.Planning;

/// <summary>An action and the stage of its parent in which it runs.</summary>
internal readonly record struct PlannedAction(Stage Stage, PlanAction Action);
