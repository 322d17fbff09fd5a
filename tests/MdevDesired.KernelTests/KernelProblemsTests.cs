using MdevDesired.KernelTests.Machines;
using Xunit;

namespace MdevDesired.KernelTests;

public sealed class KernelProblemsTests
{
    [Theory]
    [InlineData("[   12.345678] BUG: kernel NULL pointer dereference, address: 0000000000000000")]
    [InlineData("[   12.345678] WARNING: CPU: 1 PID: 77 at drivers/vfio/mdev/mdev_core.c:123 mdev_remove+0x1/0x2 [mdev]")]
    [InlineData("[   12.345678] Oops: 0002 [#1] PREEMPT SMP NOPTI")]
    [InlineData("[   12.345678] Call Trace:")]
    [InlineData("[   12.345678][   T77] Kernel panic - not syncing: Fatal exception")]
    [InlineData("[   12.345678] general protection fault, probably for non-canonical address 0xdead000000000100: 0000 [#1]")]
    [InlineData("[  242.345678] INFO: task sh:77 blocked for more than 120 seconds.")]
    [InlineData("[   12.345678] refcount_t: underflow; WARNING: use-after-free.\r")]
    [InlineData("[   12.345678] mdev-desired[77]: segfault at 0 ip 0000000000401136 sp 00007ffd error 6")]
    public void Finds_what_no_test_may_cause(string line) =>
        Assert.Equal([line.TrimEnd('\r')], KernelProblems.In($"[    1.000000] fine\n{line}\n[   13.000000] fine\n"));

    [Theory]
    [InlineData("[    0.000000] Linux version 6.1.0 (debian-kernel@lists.debian.org)")]
    [InlineData("[    1.234567] mtty: module verification failed: signature and/or required key missing - tainting kernel")]
    [InlineData("[    1.234567] sysrq: Show Blocked State")]
    [InlineData("WARNING: this came from a program, not from the kernel")]
    public void Passes_what_a_healthy_kernel_and_programs_say(string line) => Assert.Empty(KernelProblems.In(line));
}
