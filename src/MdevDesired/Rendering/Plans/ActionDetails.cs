using System.Globalization;
using MdevDesired.Model.Devlink;
using MdevDesired.Planning;
using MdevDesired.Planning.Devlink;
using MdevDesired.Planning.Mdevs;
using MdevDesired.Planning.Subfunctions;

namespace MdevDesired.Rendering.Plans;

/// <summary>What an action carries beside its kind, by the names that every document gives it.</summary>
internal static class ActionDetails
{
    public static IEnumerable<(string Key, string Value)> Of(PlanAction action) => action switch
    {
        CreateMdev create => [("type", create.Type.ToString())],
        RemoveMdev { Type: { } type } => [("type", type.ToString())],
        WriteAttribute write => [("attribute", write.Attribute.ToString()), ("value", write.Value)],
        Bind bind => [("driver", bind.Driver.ToString())],
        Unbind { Driver: { } driver } => [("driver", driver.ToString())],
        SetParam set => Of(set),
        SetEswitch set => [("mode", DevlinkWord.Of(set.Mode))],
        SetPortType set => [Port(set.Index is { } index ? new(index, 0) : set.Port), ("type", DevlinkWord.Of(set.Type))],
        RenameNetdev rename => Of(rename),
        AddSubfunction add => Of(add),
        SetPortFunction set => set.Function.Attributes().Select(pair => (Key(pair.Name), pair.Value)),
        _ => [],
    };

    private static IEnumerable<(string Key, string Value)> Of(SetParam set)
    {
        yield return ("param", set.Name);
        yield return ("value", set.Value.ToString());
        if (set.Cmode is { } cmode)
        {
            yield return ("cmode", DevlinkWord.Of(cmode));
        }
    }

    private static IEnumerable<(string Key, string Value)> Of(RenameNetdev rename)
    {
        if (rename.Port is { } port)
        {
            yield return Port(port);
        }

        if (rename.Current is { } current)
        {
            yield return ("current", current);
        }

        yield return ("netdev", rename.Netdev);
    }

    private static IEnumerable<(string Key, string Value)> Of(AddSubfunction add)
    {
        if (!add.Subfunction.IsLocal)
        {
            yield return ("controller", Digits(add.Subfunction.Controller));
        }

        yield return ("pfnum", Digits(add.Subfunction.PfNumber));
        yield return ("sfnum", Digits(add.Subfunction.SfNumber));
    }

    private static (string Key, string Value) Port(PortSelector port) =>
        port.Index is { } index ? ("portIndex", Digits(index)) : ("portNumber", Digits((uint)port.Place + 1));

    // As the desired state calls it.
    private static string Key(string attribute) => attribute switch
    {
        "hw_addr" => "hwAddr",
        "max_io_eqs" => "maxIoEqs",
        _ => attribute,
    };

    private static string Digits(uint number) => number.ToString(CultureInfo.InvariantCulture);
}
