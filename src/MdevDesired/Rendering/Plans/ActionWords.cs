using MdevDesired.Planning;
using MdevDesired.Planning.Mdevs;

namespace MdevDesired.Rendering.Plans;

/// <summary>Says in a line what an action does.</summary>
internal static class ActionWords
{
    public static string Of(PlanAction action) => action switch
    {
        CreateMdev create => $"{action.Kind} of type {create.Type}",
        RemoveMdev { Type: { } type } => $"{action.Kind} of type {type}",
        WriteAttribute write => $"{action.Kind} {write.Attribute} = {write.Value}",
        Bind bind => $"{action.Kind} {bind.Driver}",
        Unbind { Driver: { } driver } => $"{action.Kind} {driver}",
        _ => action.Kind,
    };
}
