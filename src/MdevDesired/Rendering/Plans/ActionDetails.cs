using MdevDesired.Planning;
using MdevDesired.Planning.Mdevs;

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
        _ => [],
    };
}
