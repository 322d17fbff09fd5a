namespace MdevDesired.Rendering;

/// <summary>The version that every document of ours names.</summary>
internal static class FormatVersion
{
    public const string V1Alpha1 = "mdevdesired.dev/v1alpha1";
}
