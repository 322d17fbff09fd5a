using MdevDesired.KernelTests.Machines;

namespace MdevDesired.KernelTests;

/// <summary>
/// The kernel's own sample drivers, a parent each: mtty's types share a pool of 24 ports, mdpy's have room for four devices. With
/// vfio_iommu_type1, which nothing loads by itself, a process can open the devices.
/// </summary>
public sealed class SampleDriverMachine() : MachineFixture(new MachineOptions { Modules = ["vfio_iommu_type1", "mtty", "mdpy"] });
