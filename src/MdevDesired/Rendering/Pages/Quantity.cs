namespace MdevDesired.Rendering.Pages;

/// <summary>Numbers with their noun.</summary>
internal static class Quantity
{
    public static string Of(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    /// <summary>Empty when there is none.</summary>
    public static string OrEmpty(int count, string noun) => count == 0 ? "" : Of(count, noun);
}
