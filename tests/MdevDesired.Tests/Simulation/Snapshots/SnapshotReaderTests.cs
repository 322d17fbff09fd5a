using System.Text;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Simulation.Snapshots;
using Xunit;

namespace MdevDesired.Tests.Simulation.Snapshots;

public class SnapshotReaderTests
{
    [Fact]
    public void Fills_in_what_a_hand_written_snapshot_leaves_out()
    {
        var reading = Read("""
            - device: pci/0000:05:00.0
              devlink: {}
              subDevices:
                - { subfunction: { sfnum: 88, auxiliaryDevice: mlx5_core.sf.2 }, instance: 32768, devlink: { ports: [ { index: 0 } ] } }
            """);
        Assert.Empty(reading.Diagnostics);
        var device = (ObservedSubfunction)reading.Snapshot!.Observed.SubDevices[0];
        Assert.Equal("pci/0000:05:00.0/pf0sf88", device.Id.ToString());
        Assert.Equal((32768u, DevlinkPortFlavour.PciSf), (device.Port.Index, device.Port.Flavour));
        Assert.Equal("auxiliary/mlx5_core.sf.2", device.Devlink!.Ports[0].Device.ToString());
        Assert.Equal("pci/0000:05:00.0", reading.Snapshot.Observed.Parents[0].Devlink!.Handle.ToString());
    }

    [Theory]
    [InlineData("{ device: mtty, devlink: {} }", "\"devlink\" lacks the key \"handle\"")]
    [InlineData("{ device: mtty, subDevices: [ { subfunction: { sfnum: 1 } } ] }", "the parent mtty has a subfunction and no bus")]
    [InlineData("{ device: mtty, subDevices: [ {} ] }", "an item of \"subDevices\" has none of \"mdev\", \"subfunction\"; exactly one belongs there")]
    [InlineData("{ device: a/b, devlink: { eswitch: { mode: switchdef } } }", "\"mode\" is \"switchdef\"; it takes legacy, switchdev")]
    [InlineData("{ device: a/b, devlink: { params: [ { name: a, type: bool, values: [ { cmode: runtime, value: 7 } ] } ] } }", "\"value\" is an integer where a boolean belongs")]
    [InlineData("{ device: a/b, subDevices: [ { subfunction: { sfnum: 1 } }, { subfunction: { sfnum: 1 } } ] }", "\"a/b/pf0sf1\" is stated twice, first at snapshot:6:32")]
    public void Says_what_is_wrong_with_devlink(string parent, string message) =>
        Assert.Contains(message, Read("- " + parent).Diagnostics.Select(diagnostic => diagnostic.Message));

    private static SnapshotReading Read(string parents) => SnapshotReader.Read(new("snapshot", Encoding.UTF8.GetBytes($"""
        apiVersion: mdevdesired.dev/v1alpha1
        kind: ObservedState
        host: node-7

        parents:
        {parents.ReplaceLineEndings("\n")}
        """)));
}
