namespace MdevDesired.Model.Simulated;

/// <summary>Which error a parent without room gives.</summary>
internal enum Shortage
{
    /// <summary>The driver counts: mtty, mbochs, i915.</summary>
    ENOSPC,

    /// <summary>The mdev core counts.</summary>
    EUSERS,
}
