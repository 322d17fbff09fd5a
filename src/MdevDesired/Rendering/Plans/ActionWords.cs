using MdevDesired.Model.Devlink;
using MdevDesired.Planning;
using MdevDesired.Planning.Devlink;
using MdevDesired.Planning.Mdevs;
using MdevDesired.Planning.Subfunctions;

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
        SetParam set => $"{action.Kind} {set.Name} = {Shown(set.Value)}{Cmode(set.Cmode)}",
        SetEswitch set => $"{action.Kind} {DevlinkWord.Of(set.Mode)}",
        SetPortType set => $"{action.Kind} {DevlinkWord.Of(set.Type)} of {(set.Index is { } index ? new(index, 0) : set.Port)}",
        RenameNetdev { Current: { } current } rename => $"{action.Kind} {current} to {rename.Netdev}",
        RenameNetdev rename => $"{action.Kind} of {rename.Port?.ToString() ?? "the representor"} to {rename.Netdev}",
        AddSubfunction => string.Join(' ', ActionDetails.Of(action).Select(pair => $"{pair.Key} {pair.Value}").Prepend(action.Kind)),
        SetPortFunction set => $"{action.Kind} {set.Function}",
        _ => action.Kind,
    };

    private static string Shown(DesiredParamValue value) => value.Text.Length == 0 ? "empty" : value.Text;

    private static string Cmode(DevlinkParamCmode? cmode) => cmode is { } known ? $" ({DevlinkWord.Of(known)})" : "";
}
