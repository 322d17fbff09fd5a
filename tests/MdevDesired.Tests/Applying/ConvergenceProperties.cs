using CsCheck;
using MdevDesired.Model;
using MdevDesired.Model.Mdevs;
using MdevDesired.Tests.Doubles;
using Xunit;
using static MdevDesired.Tests.Doubles.Scene;

namespace MdevDesired.Tests.Applying;

public class ConvergenceProperties
{
    private static readonly Gen<DesiredMdev> OnMtty =
        from number in Gen.Int[1, 12]
        from type in Gen.OneOf(Gen.Const("mtty-1"), Gen.Const("mtty-2"))
        from driver in Gen.OneOf(Gen.Const((string?)null), Gen.Const((string?)"mtty"), Gen.Const((string?)"none"))
        select Mdev(number, type, driver);

    private static readonly Gen<DesiredMdev> OnNic =
        from number in Gen.Int[1, 12]
        from driver in Gen.OneOf(Gen.Const((string?)null), Gen.Const((string?)"mlx5_core"), Gen.Const((string?)"none"))
        from maxRq in Gen.Int[1, 3]
        from queues in Gen.Int[0, 3].Array[0, 3]
        select Mdev(number, "mlx5_core-local", driver, [$"max_rq={maxRq}", .. queues.Distinct().Select(queue => $"assign_queue={queue}")]);

    private static readonly Gen<DesiredState> States =
        from mtty in OnMtty.Array[0, 8]
        from nic in OnNic.Array[0, 8]
        let onMtty = mtty.DistinctBy(mdev => mdev.Uuid).ToList()
        let onNic = nic.DistinctBy(mdev => mdev.Uuid).Where(mdev => !onMtty.Exists(other => other.Uuid == mdev.Uuid))
        select Desired(Parent(Mtty, [.. onMtty]), Parent(Nic, [.. onNic]));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Any_state_is_reached_from_any_other(bool bindsAfterCreation) =>
        Gen.Select(States, States).Sample((first, second) =>
        {
            var bench = new Bench(Host(bindsAfterCreation));
            Assert.True(bench.Apply(first).IsConverged);
            Assert.True(bench.Apply(second).IsConverged);
            Assert.Empty(bench.Plan(second).Changes);
            Assert.Equal(
                second.SubDevices.Cast<DesiredMdev>().Select(mdev => (mdev.Uuid, (MdevTypeName?)mdev.Type)).Order(),
                bench.Observed.SubDevices.Cast<ObservedMdev>().Select(mdev => (mdev.Uuid, mdev.Type)).Order());
        }, iter: 300);

    [Fact]
    public void Equal_input_gives_an_equal_plan() =>
        Gen.Select(States, States).Sample((first, second) =>
        {
            var (one, other) = (new Bench(Host()), new Bench(Host()));
            one.Apply(first);
            other.Apply(first);
            Assert.Equal(one.Plan(second), other.Plan(second));
        }, iter: 100);
}
