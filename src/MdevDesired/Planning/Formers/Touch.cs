using MdevDesired.Model;
using MdevDesired.Planning.Devlink;
using MdevDesired.Planning.Subfunctions;

namespace MdevDesired.Planning.Formers;

/// <summary>What a run has touched of a sub device: nothing else of it is brought back.</summary>
internal sealed record Touch
{
    /// <summary>The attributes, those of a port function among them, that were written.</summary>
    public required IReadOnlySet<AttributeName> Attributes { get; init; }

    /// <summary>Whether the device, or what its driver makes of it, was made anew: then all of it is brought back.</summary>
    public required bool IsAnew { get; init; }

    /// <summary>Whether the representor got a name.</summary>
    public required bool Representor { get; init; }

    /// <summary>Whether the ports of its instance got a type or a name, or were made anew by a reload.</summary>
    public required bool Ports { get; init; }

    public static Touch By(IReadOnlyCollection<PlanAction> actions) => new()
    {
        Attributes = actions.SelectMany(Written).ToHashSet(),
        IsAnew = actions.Any(action => action is CreateSubDevice or RemoveSubDevice or Bind or Unbind or Activate or Deactivate),
        Representor = actions.Any(action => action is RenameNetdev { Port: null }),
        Ports = actions.Any(action => action is SetPortType or RenameNetdev { Port: not null } or ReloadDevlink),
    };

    private static IEnumerable<AttributeName> Written(PlanAction action) => action switch
    {
        WriteAttribute write => [write.Attribute],
        SetPortFunction set => set.Function.Attributes().Select(pair => new AttributeName(pair.Name)),
        _ => [],
    };
}
