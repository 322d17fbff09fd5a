using MdevDesired.Benchmarks;
using MdevDesired.KernelTests.Machines;

await using var machine = await VirtualMachine.BootAsync(new MachineOptions { Modules = ["mtty"] });
Console.Write(await OneDevice.MeasureAsync(machine));
return 0;
