using MdevDesired.Model.Devlink;

namespace MdevDesired.Linux.Devlink;

/// <summary>What to set of an embedded switch in one message, in this order; null leaves it as it is.</summary>
internal sealed record DevlinkEswitchChange(
    DevlinkEswitchMode? Mode = null, DevlinkInlineMode? InlineMode = null, DevlinkEncapMode? EncapMode = null)
{
    /// <summary>As devlink(8) takes it.</summary>
    public override string ToString() => string.Join(' ', Words());

    private IEnumerable<string> Words()
    {
        if (Mode is { } mode)
        {
            yield return $"mode {DevlinkWord.Of(mode)}";
        }

        if (InlineMode is { } inline)
        {
            yield return $"inline-mode {DevlinkWord.Of(inline)}";
        }

        if (EncapMode is { } encap)
        {
            yield return $"encap-mode {DevlinkWord.Of(encap)}";
        }
    }
}
