using System.Text;
using MdevDesired.Loading;

namespace MdevDesired.Tests.Loading;

/// <summary>Makes input out of text and of the files of the checkout.</summary>
internal static class Sources
{
    public const string Uuid1 = "69ea1551-d054-46e9-974d-8edae8f0aef1";

    public const string Uuid2 = "69ea1551-d054-46e9-974d-8edae8f0aef2";

    public static SourceText Text(string text, string path = "test.yaml") => new(path, Encoding.UTF8.GetBytes(text));

    public static SourceText File(string path, string shownAs) => new(shownAs, System.IO.File.ReadAllBytes(path));

    /// <summary>A document with these parents: the text of the list's entries, indented by four.</summary>
    public static string Document(string name, string parents, string hosts = "") =>
        $"apiVersion: mdevdesired.dev/v1alpha1\nkind: HostDevices\nmetadata: {{ name: {name} }}\nspec:\n{hosts}  parents:\n{parents}";

    /// <summary>A listing of one parent with one mdev.</summary>
    public static string Parent(string device, string subDevice, string uuid, string type = "mtty-2") =>
        $"    - device: {device}\n      subDevices:\n        - name: {subDevice}\n          mdev: {{ uuid: {uuid}, type: {type} }}\n";

    public static LoadResult Load(params string[] texts) =>
        DesiredStateLoader.Load([.. texts.Select((text, index) => Text(text, $"{index}.yaml"))], "node-7");
}
