using MdevDesired.Model;
using MdevDesired.Planning;

namespace MdevDesired.Applying;

/// <summary>
/// The order of a plan as a graph: a parent's stages follow each other, a device's own actions too, even across parents, and
/// nothing else waits. A stage's end is a node of its own, so that edges grow with the number of devices and not with its square.
/// </summary>
internal sealed class WorkGraph
{
    private readonly List<WorkItem> _items = [];
    private readonly Dictionary<ParentAddress, List<WorkItem>> _running = [];
    private readonly Dictionary<ParentAddress, WorkItem> _ended = [];
    private readonly Dictionary<int, WorkItem> _latest = [];

    /// <summary>All items of a plan; those without predecessors may begin at once.</summary>
    public static IReadOnlyList<WorkItem> Of(Plan plan)
    {
        var graph = new WorkGraph();
        foreach (var stage in Enum.GetValues<Stage>())
        {
            for (var change = 0; change < plan.Changes.Count; change++)
            {
                graph.Add(plan.Changes[change], change, stage);
            }

            graph.End(stage);
        }

        return graph._items;
    }

    private void Add(DeviceChange change, int index, Stage stage)
    {
        if (change.Actions.FirstOrDefault(planned => planned.Stage == stage).Action is not { } first)
        {
            return;
        }

        var item = New(index, stage);
        _ended.GetValueOrDefault(first.Parent)?.Precede(item);
        _latest.GetValueOrDefault(index)?.Precede(item);
        _latest[index] = item;
        Running(first.Parent).Add(item);
    }

    private void End(Stage stage)
    {
        foreach (var (parent, items) in _running)
        {
            var end = New(null, stage);
            items.ForEach(item => item.Precede(end));
            _ended[parent] = end;
        }

        _running.Clear();
    }

    private List<WorkItem> Running(ParentAddress parent)
    {
        if (!_running.TryGetValue(parent, out var items))
        {
            _running[parent] = items = [];
        }

        return items;
    }

    private WorkItem New(int? change, Stage stage)
    {
        var item = new WorkItem(_items.Count, change, stage);
        _items.Add(item);
        return item;
    }
}
