namespace MdevDesired.Model;

/// <summary>Something on a host has changed.</summary>
/// <param name="Text">What, in a few words, as in <c>change of 0000:05:00.0 (pci)</c>.</param>
internal sealed record HostEvent(string Text);
