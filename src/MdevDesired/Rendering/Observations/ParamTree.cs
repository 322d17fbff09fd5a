using MdevDesired.Model;
using MdevDesired.Model.Devlink;
using MdevDesired.Rendering.Trees;

namespace MdevDesired.Rendering.Observations;

/// <summary>Writes the params of a devlink instance.</summary>
internal static class ParamTree
{
    public static void Entries(
        TreeWriter tree, string name, bool isGeneric, DevlinkParamType type, EquatableArray<DevlinkParamSetting> settings)
    {
        tree.Entry("name", name);
        tree.Entry("generic", isGeneric);
        tree.Entry("type", DevlinkWord.Of(type));
        tree.Maps("values", settings, setting => Setting(tree, setting));
    }

    private static void Setting(TreeWriter tree, DevlinkParamSetting setting)
    {
        tree.Entry("cmode", DevlinkWord.Of(setting.Cmode));
        switch (setting.Value)
        {
            case DevlinkBoolean boolean:
                tree.Entry("value", boolean.Value);
                break;
            case DevlinkNumber number:
                tree.Entry("value", number.Value);
                break;
            case DevlinkText text:
                tree.Entry("value", text.Value);
                break;
            default:
                break;
        }
    }
}
