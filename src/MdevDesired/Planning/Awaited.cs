using MdevDesired.Model;

namespace MdevDesired.Planning;

/// <summary>A parent that has not come yet, or that does not offer yet what the document needs of it.</summary>
/// <param name="Parent">What the input wants of it.</param>
/// <param name="Text">What is missing, as in <c>pci/0000:05:00.0</c> or <c>the mdev type mtty-1 of mtty</c>.</param>
/// <param name="IsAnnounced">Whether the kernel tells when it comes: of a type it does not.</param>
internal sealed record Awaited(DesiredParent Parent, string Text, bool IsAnnounced);
