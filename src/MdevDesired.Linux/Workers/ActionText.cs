using System.Globalization;
using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Model.Mdevs;
using MdevDesired.Model.Subfunctions;
using MdevDesired.Planning;
using MdevDesired.Planning.Devlink;
using MdevDesired.Planning.Mdevs;
using MdevDesired.Planning.Subfunctions;

namespace MdevDesired.Linux.Workers;

/// <summary>Turns actions into messages and back. What only explains an action, its reason, stays behind.</summary>
internal static class ActionText
{
    public static ActionMessage Write(int number, PlanAction action) => new()
    {
        Number = number,
        Kind = action.Kind,
        Parent = action.Parent.ToString(),
        DeviceKind = action.Id.Kind,
        Device = action.Id.ToString()!,
        Details = Details(action).Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!),
    };

    /// <exception cref="FormatException">The message is of another program's making.</exception>
    public static PlanAction Read(ActionMessage message)
    {
        var parent = ParentAddress.Parse(message.Parent);
        var id = DeviceIds.Parse(message.DeviceKind, message.Device);
        string Text(string key) => message.Details.TryGetValue(key, out var text) ? text : throw new FormatException($"{message.Kind} lacks {key}");
        string? Any(string key) => message.Details.GetValueOrDefault(key);
        return message.Kind switch
        {
            "create-mdev" => new CreateMdev { Parent = parent, Id = id, Reason = "", Uuid = ((MdevId)id).Uuid, Type = new(Text("type")) },
            "remove-mdev" => new RemoveMdev { Parent = parent, Id = id, Reason = "", Uuid = ((MdevId)id).Uuid },
            "write-attribute" => new WriteAttribute { Parent = parent, Id = id, Reason = "", Attribute = new(Text("attribute")), Value = Text("value") },
            "bind" => new Bind { Parent = parent, Id = id, Reason = "", Driver = new(Text("driver")) },
            "unbind" => new Unbind { Parent = parent, Id = id, Reason = "", Driver = Any("driver") is { } driver ? new(driver) : null },
            "add-subfunction" => new AddSubfunction { Parent = parent, Id = id, Reason = "", Subfunction = (SubfunctionId)id },
            "remove-subfunction" => new RemoveSubfunction { Parent = parent, Id = id, Reason = "", Subfunction = (SubfunctionId)id },
            "set-port-function" => new SetPortFunction { Parent = parent, Id = id, Reason = "", Function = Function(Any) },
            "activate" => new Activate { Parent = parent, Id = id, Reason = "" },
            "deactivate" => new Deactivate { Parent = parent, Id = id, Reason = "" },
            "set-param" => Param(parent, id, Text),
            "reload" => new ReloadDevlink { Parent = parent, Id = id, Reason = "" },
            "set-eswitch" => new SetEswitch { Parent = parent, Id = id, Reason = "", Mode = Word<DevlinkEswitchMode>(Text("mode")) },
            "set-port-type" => new SetPortType
            {
                Parent = parent,
                Id = id,
                Reason = "",
                Port = default,
                Index = Number(Text("index")),
                Type = Word<DevlinkPortType>(Text("type")),
            },
            "rename-netdev" => new RenameNetdev
            {
                Parent = parent,
                Id = id,
                Reason = "",
                Netdev = Text("netdev"),
                Current = Text("current"),
                Ifindex = Any("ifindex") is { } ifindex ? Number(ifindex) : null,
            },
            "adopt" => new Adopt { Parent = parent, Id = id, Reason = "" },
            _ => throw new FormatException($"{message.Kind} is no action"),
        };
    }

    private static IEnumerable<(string Key, string? Value)> Details(PlanAction action) => action switch
    {
        CreateMdev create => [("type", create.Type.ToString())],
        WriteAttribute write => [("attribute", write.Attribute.ToString()), ("value", write.Value)],
        Bind bind => [("driver", bind.Driver.ToString())],
        Unbind unbind => [("driver", unbind.Driver?.ToString())],
        SetPortFunction { Function: var function } =>
        [
            ("hwAddr", function.HwAddr?.ToString()), ("roce", function.Roce?.ToString()), ("migratable", function.Migratable?.ToString()),
            ("maxIoEqs", function.MaxIoEqs?.ToString(CultureInfo.InvariantCulture)),
        ],
        SetParam { Typed: { } typed, Cmode: { } cmode } set =>
            [("name", set.Name), ("type", typed.Type.ToString()), ("value", typed.ToString()), ("cmode", cmode.ToString())],
        SetEswitch set => [("mode", set.Mode.ToString())],
        SetPortType retype => [("index", retype.Index?.ToString(CultureInfo.InvariantCulture)), ("type", retype.Type.ToString())],
        RenameNetdev rename =>
        [
            ("netdev", rename.Netdev), ("current", rename.Current), ("ifindex", rename.Ifindex?.ToString(CultureInfo.InvariantCulture)),
        ],
        _ => [],
    };

    private static DevlinkPortFunctionChange Function(Func<string, string?> any) => new()
    {
        HwAddr = any("hwAddr") is { } address ? HardwareAddress.Parse(address) : null,
        Roce = any("roce") is { } roce ? bool.Parse(roce) : null,
        Migratable = any("migratable") is { } migratable ? bool.Parse(migratable) : null,
        MaxIoEqs = any("maxIoEqs") is { } queues ? Number(queues) : null,
    };

    private static SetParam Param(ParentAddress parent, DeviceId id, Func<string, string> text)
    {
        var (type, value) = (Word<DevlinkParamType>(text("type")), text("value"));
        return new()
        {
            Parent = parent,
            Id = id,
            Reason = "",
            Name = text("name"),
            Value = new(DesiredParamForm.Text, value),
            Cmode = Word<DevlinkParamCmode>(text("cmode")),
            Typed = type switch
            {
                DevlinkParamType.Flag => new DevlinkBoolean(bool.Parse(value)),
                DevlinkParamType.String => new DevlinkText(value),
                _ => new DevlinkNumber(type, ulong.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)),
            },
        };
    }

    private static uint Number(string text) => uint.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static T Word<T>(string text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var word) ? word : throw new FormatException($"{text} is no {typeof(T).Name}");
}
