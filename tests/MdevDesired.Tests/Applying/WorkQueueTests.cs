using System.Collections.Concurrent;
using MdevDesired.Applying;
using MdevDesired.Planning;
using Xunit;

namespace MdevDesired.Tests.Applying;

public class WorkQueueTests
{
    [Fact]
    public void Runs_every_item_after_its_predecessors_whatever_the_number_of_threads()
    {
        var items = Enumerable.Range(0, 200).Select(number => new WorkItem(number, number, Stage.Creation)).ToList();
        var after = new List<(int Before, int After)>();
        for (var i = 0; i < 150; i++)
        {
            items[i + 50].Precede(items[i]);
            after.Add((i + 50, i));
        }

        var ended = new ConcurrentQueue<int>();
        new WorkQueue(items, item => ended.Enqueue(item.Number)).Run(8);

        var order = ended.ToList();
        Assert.Equal(200, order.Distinct().Count());
        Assert.All(after, pair => Assert.True(order.IndexOf(pair.Before) < order.IndexOf(pair.After)));
    }

    [Fact]
    public void Runs_several_items_at_once()
    {
        using var both = new Barrier(2);
        var items = Enumerable.Range(0, 2).Select(number => new WorkItem(number, number, Stage.Creation)).ToList();
        new WorkQueue(items, _ => Assert.True(both.SignalAndWait(TimeSpan.FromMinutes(1)))).Run(2);
    }

    [Fact]
    public void Runs_in_the_order_of_the_plan_on_one_thread()
    {
        var items = Enumerable.Range(0, 20).Select(number => new WorkItem(number, number, Stage.Creation)).ToList();
        items[19].Precede(items[3]);
        var order = new List<int>();
        new WorkQueue(items, item => order.Add(item.Number)).Run(1);
        Assert.Equal([0, 1, 2, .. Enumerable.Range(4, 16), 3], order);
    }

    [Fact]
    public void Ends_and_tells_when_an_item_has_a_bug()
    {
        var items = Enumerable.Range(0, 100).Select(number => new WorkItem(number, number, Stage.Creation)).ToList();
        var queue = new WorkQueue(items, item => throw new FormatException(item.Number.ToString()));
        Assert.IsType<FormatException>(Assert.Throws<InvalidOperationException>(() => queue.Run(4)).InnerException);
    }
}
