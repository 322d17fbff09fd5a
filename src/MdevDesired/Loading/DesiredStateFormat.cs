namespace MdevDesired.Loading;

/// <summary>What a desired-state document says it is.</summary>
internal static class DesiredStateFormat
{
    public const string ApiVersion = "mdevdesired.dev/v1alpha1";

    public const string Kind = "HostDevices";
}
