using MdevDesired.Diagnostics;
using MdevDesired.Loading.Binding.Devlink;
using MdevDesired.Model;

namespace MdevDesired.Loading.Binding;

/// <summary>One listing of a parent in one document.</summary>
/// <param name="Span">Where the listing begins.</param>
/// <param name="Address">The parent; null when it could not be read, which is reported.</param>
/// <param name="Wait">Null when the listing does not say.</param>
/// <param name="Optional">Null when the listing does not say.</param>
/// <param name="Prune">Null when the listing does not say.</param>
/// <param name="AllowsDisruption">Null when the listing does not say.</param>
/// <param name="Devlink">What it says of the parent's own devlink instance.</param>
/// <param name="SubDevices">Null without the key: the listing manages none. Empty: it wants none.</param>
internal sealed record BoundParent(
    SourceSpan Span,
    ParentAddress? Address,
    TimeSpan? Wait,
    Stated<bool>? Optional,
    Stated<PruneMode>? Prune,
    Stated<bool>? AllowsDisruption,
    BoundDevlink Devlink,
    EquatableArray<BoundSubDevice>? SubDevices);
