namespace MdevDesired.Loading;

/// <summary>How a sentence names the part of the document that it is about.</summary>
internal static class Subjects
{
    public const string Document = "the document";

    public static string Key(string key) => $"\"{key}\"";

    public static string ItemOf(string key) => $"an item of \"{key}\"";
}
