namespace MdevDesired.Planning;

/// <summary>What a finding means for the run.</summary>
internal enum FindingEffect
{
    /// <summary>Something to know.</summary>
    Notes,

    /// <summary>The parent or the device stays as it is, and the run counts as partial; the rest goes on.</summary>
    Blocks,

    /// <summary>Nothing of the plan is applied.</summary>
    Refuses,
}
