using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning.Formers;

namespace MdevDesired.Planning.Subfunctions;

/// <summary>What a document would list to have a subfunction as it was before a run.</summary>
internal static class FormerSubfunction
{
    public static DesiredSubfunction Of(Former former)
    {
        var subfunction = (ObservedSubfunction)former.Device;
        var isDriven = subfunction.Port.Function?.State == DevlinkFunctionState.Active && subfunction.Subfunction.IsLocal;
        return new()
        {
            Document = former.Document,
            Name = former.Name,
            Span = Former.Span,
            Subfunction = subfunction.Subfunction,
            Driver = isDriven ? former.Driver : DesiredDriver.AsBound,
            Function = Function(subfunction.Port.Function ?? new(), former),
            Representor = former.Touched.Representor || former.Touched.IsAnew ? subfunction.Port.Netdev : null,
            DevlinkParams = FormerInstance.Params(former),
            Ports = FormerInstance.Ports(former),
        };
    }

    private static DevlinkPortFunctionChange Function(DevlinkPortFunction function, Former former)
    {
        bool Covers(string name) => former.Touched.IsAnew || former.Touched.Attributes.Contains(new(name));
        return new()
        {
            State = function.State ?? DevlinkFunctionState.Inactive,
            HwAddr = Covers("hw_addr") ? function.HwAddr : null,
            Roce = Covers("roce") ? function.Roce : null,
            Migratable = Covers("migratable") ? function.Migratable : null,
            MaxIoEqs = Covers("max_io_eqs") ? function.MaxIoEqs : null,
        };
    }
}
