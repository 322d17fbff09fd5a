using MdevDesired.Planning;

namespace MdevDesired.Applying;

/// <summary>A node of the work graph: the actions of one device in one stage, or, without a device, the end of a parent's stage.</summary>
internal sealed class WorkItem(int number, int? change, Stage stage)
{
    private readonly List<WorkItem> _successors = [];

    /// <summary>The place in the plan's order, which breaks ties.</summary>
    public int Number { get; } = number;

    /// <summary>The index of the change in the plan, or null.</summary>
    public int? Change { get; } = change;

    public Stage Stage { get; } = stage;

    /// <summary>How many items must end before this one may begin.</summary>
    public int Predecessors { get; set; }

    public IReadOnlyList<WorkItem> Successors => _successors;

    public void Precede(WorkItem successor)
    {
        _successors.Add(successor);
        successor.Predecessors++;
    }
}
