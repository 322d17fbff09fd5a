using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;
using Xunit;

namespace MdevDesired.Tests.Loading.Binding;

public sealed class SubfunctionBindingTests
{
    [Fact]
    public void Reads_everything_that_a_document_says_of_a_subfunction()
    {
        var subfunction = Bind(
            "pci/0000:05:00.0",
            """
            subfunction:
              sfnum: 88
              pfnum: 3
              function: { hwAddr: "00:00:00:00:88:8A", roce: true, migratable: false, maxIoEqs: 16, state: active }
              representor: { netdev: tenant-a-rep }
            driver: mlx5_core.sf
            devlink: { params: [ { name: enable_rdma, value: false } ] }
            ports: [ { netdev: tenant-a } ]
            """);
        Assert.Equal(("rack7", "tenant-a", "0.yaml:8:11"), (subfunction.Document, subfunction.Name, subfunction.Span.ToString()));
        Assert.Equal("pci/0000:05:00.0/pf3sf88", subfunction.Id.ToString());
        Assert.Equal("hw_addr 00:00:00:00:88:8a roce enable migratable disable max_io_eqs 16 state active", subfunction.Function.ToString());
        Assert.Equal(("tenant-a-rep", "mlx5_core.sf"), (subfunction.Representor, subfunction.Driver.Name?.ToString()));
        Assert.Equal("enable_rdma=false", Assert.Single(subfunction.DevlinkParams) is var param ? $"{param.Name}={param.Value}" : "");
        Assert.Equal(new DesiredPort(new(null, 0), null, "tenant-a"), Assert.Single(subfunction.Ports));
    }

    [Theory]
    [InlineData("pci/0000:05:00.0", "sfnum: 1", "pci/0000:05:00.0/pf0sf1")]
    [InlineData("pci/0000:05:00.1", "sfnum: 1", "pci/0000:05:00.1/pf1sf1")]
    [InlineData("pci/10000:05:00.7", "sfnum: 0x10", "pci/10000:05:00.7/pf7sf16")]
    [InlineData("pci/0000:05:00.1", "sfnum: 1, pfnum: 0", "pci/0000:05:00.1/pf0sf1")]
    [InlineData("pci/0000:05:00.1", "sfnum: 1, controller: 2", "pci/0000:05:00.1/c2pf1sf1")]
    [InlineData("netdevsim/netdevsim1", "sfnum: 4294967295", "netdevsim/netdevsim1/pf0sf4294967295")]
    [InlineData("auxiliary/mlx5_core.sf.1", "sfnum: 1", "auxiliary/mlx5_core.sf.1/pf0sf1")]
    public void The_physical_function_is_the_parent_unless_another_is_given(string parent, string numbers, string id) =>
        Assert.Equal(id, Bind(parent, $"subfunction: {{ {numbers} }}").Id.ToString());

    [Theory]
    [InlineData("", true)]
    [InlineData("state: active", true)]
    [InlineData("state: inactive", false)]
    public void Is_active_unless_the_document_says_otherwise(string state, bool active)
    {
        var subfunction = Bind("pci/0000:05:00.0", $"subfunction: {{ sfnum: 1, function: {{ {state} }} }}");
        Assert.Equal(active, subfunction.IsActive);
        Assert.Empty(subfunction.Written);
    }

    private static DesiredSubfunction Bind(string parent, string keys)
    {
        var indented = string.Concat(keys.Split('\n').Select(line => $"          {line}\n"));
        var result = Sources.Load(Sources.Document("rack7", $"    - device: {parent}\n      subDevices:\n        - name: tenant-a\n{indented}"));
        Assert.Empty(result.Diagnostics);
        return Assert.IsType<DesiredSubfunction>(Assert.Single(result.State.SubDevices));
    }
}
