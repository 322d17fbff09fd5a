using MdevDesired.Benchmarks;
using MdevDesired.KernelTests.Machines;

if (args is ["watch"])
{
    Console.Write(ManyReconciles.Measure());
    return 0;
}

await using (var machine = await VirtualMachine.BootAsync(new MachineOptions { Modules = ["mtty"] }))
{
    Console.WriteLine(await OneDevice.MeasureAsync(machine));
}

await using (var machine = await VirtualMachine.BootAsync(new MachineOptions
{
    Modules = ["mdevsim"],
    Devices = ["pci-testdev,addr=5.0,multifunction=on", "pci-testdev,addr=5.1", "pci-testdev,addr=6.0,multifunction=on", "pci-testdev,addr=6.1"],
}))
{
    Console.WriteLine(await TwoHundredSubfunctions.MeasureAsync(machine));
}

return 0;
