using MdevDesired.KernelTests.Machines;

namespace MdevDesired.KernelTests;

/// <summary>The kernel's own sample drivers: mtty has two parents with a pool of ports each, mdpy one parent.</summary>
public sealed class SampleDriverMachine() : MachineFixture(new MachineOptions { Modules = ["mtty", "mdpy"] });
