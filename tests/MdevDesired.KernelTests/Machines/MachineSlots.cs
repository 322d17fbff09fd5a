namespace MdevDesired.KernelTests.Machines;

/// <summary>Bounds the machines that run at a time: emulated processors that share a core slow each other down.</summary>
internal static class MachineSlots
{
    private static readonly SemaphoreSlim Free = new(Math.Clamp(Environment.ProcessorCount, 1, 4));

    public static Task TakeAsync() => Free.WaitAsync();

    public static void GiveBack() => Free.Release();
}
