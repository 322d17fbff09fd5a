using MdevDesired.KernelTests.Machines;
using Xunit;
using static MdevDesired.KernelTests.DocumentText;

namespace MdevDesired.KernelTests;

/// <summary>The main job on the kernel's own sample drivers, whose bus binds nothing after creation.</summary>
public sealed class SampleDriverScenarioTests(SampleDriverMachine fixture) : MdevTest(fixture), IClassFixture<SampleDriverMachine>
{
    private static readonly string Three = Parent("mtty", Mdev("com-0", A, "mtty-1"), Mdev("com-1", B, "mtty-2"))
        + Parent("mdpy", Mdev("screen", C, "mdpy-vga"));

    [MachineFact]
    public async Task Creates_three_devices_where_there_is_nothing()
    {
        var output = await ApplyAsync(Three);
        Assert.Equal("aa mtty mtty-1 mtty\nbb mtty mtty-2 mtty\ncc mdpy mdpy-vga mdpy", await DevicesAsync());
        Assert.Contains("3 created", output, StringComparison.Ordinal);
    }

    [MachineFact]
    public async Task Has_nothing_to_do_the_second_time()
    {
        await ApplyAsync(Three);
        var inode = await InodeAsync(A);
        Assert.Contains("Nothing to do", await ApplyAsync(Three), StringComparison.Ordinal);
        Assert.Equal(0, (await RunOnAsync(Three, "plan --exit-code")).ExitCode);
        Assert.Equal(inode, await InodeAsync(A));
    }

    [MachineFact]
    public async Task Removes_exactly_the_one_that_left_the_file()
    {
        await ApplyAsync(Three);
        var kept = await InodeAsync(A);
        await ApplyAsync(Parent("mtty", Mdev("com-0", A, "mtty-1")) + Parent("mdpy", Mdev("screen", C, "mdpy-vga")));
        Assert.Equal("aa mtty mtty-1 mtty\ncc mdpy mdpy-vga mdpy", await DevicesAsync());
        Assert.Equal(kept, await InodeAsync(A));
    }

    [MachineFact]
    public async Task Replaces_one_whose_type_changed()
    {
        await ApplyAsync(Three);
        var kept = await InodeAsync(B);
        var changed = Three.Replace("mtty-1", "mtty-2", StringComparison.Ordinal);
        Assert.Equal(2, (await RunOnAsync(changed, "plan --exit-code")).ExitCode);
        Assert.Contains("-/+ com-0", (await RunOnAsync(changed, "plan")).Stdout, StringComparison.Ordinal);
        await ApplyAsync(changed);
        Assert.Equal("aa mtty mtty-2 mtty\nbb mtty mtty-2 mtty\ncc mdpy mdpy-vga mdpy", await DevicesAsync());
        Assert.Equal(kept, await InodeAsync(B));
    }

    [MachineFact]
    public async Task Says_that_there_is_no_room_before_it_touches_anything()
    {
        var many = Parent("mtty", [.. Enumerable.Range(0, 13).Select(i => Mdev($"com-{i}", Uuid(i), "mtty-2"))]);
        var result = await RunOnAsync(many, "apply");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("13 more of type mtty-2 are wanted, 12 are available", Unwrapped(result), StringComparison.Ordinal);
        Assert.Equal("", await DevicesAsync());
    }

    [MachineFact]
    public async Task Leaves_a_uuid_that_lives_on_another_parent_where_it_is()
    {
        await CreateByHandAsync(A, "mdpy", "mdpy-vga");
        var result = await RunOnAsync(Parent("mtty", Mdev("com-0", A, "mtty-1"), Mdev("com-1", B, "mtty-1")), "apply");
        Assert.Equal(4, result.ExitCode);
        Assert.Contains("MD0106", result.Stdout + result.Stderr, StringComparison.Ordinal);
        Assert.Equal("aa mdpy mdpy-vga mdpy\nbb mtty mtty-1 mtty", await DevicesAsync());
    }

    [MachineFact]
    public async Task Never_touches_a_device_made_by_hand()
    {
        await CreateByHandAsync(A, "mtty", "mtty-2");
        await CreateByHandAsync(C, "mtty", "mtty-1");
        var (differs, unlisted) = (await InodeAsync(A), await InodeAsync(C));
        var result = await RunOnAsync(Parent("mtty", Mdev("com-0", A, "mtty-1"), Mdev("com-1", B, "mtty-1")), "apply");
        Assert.Equal(4, result.ExitCode);
        Assert.Equal("aa mtty mtty-2 mtty\nbb mtty mtty-1 mtty\ncc mtty mtty-1 mtty", await DevicesAsync());
        await ApplyAsync(Parent("mtty"));
        Assert.Equal((differs, unlisted), (await InodeAsync(A), await InodeAsync(C)));
    }

    [MachineFact]
    public async Task Takes_a_device_that_was_made_again_by_hand_for_foreign()
    {
        await ApplyAsync(Parent("mtty", Mdev("com-0", A, "mtty-1")));
        await Machine.OutputOfAsync($"echo 1 > /sys/bus/mdev/devices/{A}/remove");
        await CreateByHandAsync(A, "mtty", "mtty-1");
        await ApplyAsync(Parent("mtty"));
        Assert.Equal("aa mtty mtty-1 mtty", await DevicesAsync());
    }

    [MachineFact]
    public async Task Repairs_a_driver_unbound_by_hand_by_recreating_as_the_plan_said()
    {
        var one = Parent("mtty", Mdev("com-0", A, "mtty-1", "mtty"));
        await ApplyAsync(one);
        var first = await InodeAsync(A);
        await Machine.OutputOfAsync($"echo {A} > /sys/bus/mdev/drivers/mtty/unbind");

        var plan = (await RunOnAsync(one, "plan")).Stdout;
        Assert.Contains("bind mtty", plan, StringComparison.Ordinal);
        Assert.Contains("removed and created again", plan, StringComparison.Ordinal);

        await ApplyAsync(one);
        Assert.Equal("aa mtty mtty-1 mtty", await DevicesAsync());
        Assert.NotEqual(first, await InodeAsync(A));
    }

    [MachineFact]
    public async Task Repairs_a_lost_driver_that_the_document_does_not_name()
    {
        var one = Parent("mtty", Mdev("com-0", A, "mtty-1"));
        await ApplyAsync(one);
        await Machine.OutputOfAsync($"echo {A} > /sys/bus/mdev/drivers/mtty/unbind");
        await ApplyAsync(one);
        Assert.Equal("aa mtty mtty-1 mtty", await DevicesAsync());
    }

    [MachineFact]
    public async Task Leaves_a_device_without_driver_where_none_is_wanted()
    {
        var none = Parent("mtty", Mdev("com-0", A, "mtty-1", "none"));
        await ApplyAsync(none);
        Assert.Equal("aa mtty mtty-1 -", await DevicesAsync());
        Assert.Contains("Nothing to do", await ApplyAsync(none), StringComparison.Ordinal);
    }

    [MachineFact]
    public async Task Names_the_driver_that_the_kernel_attached_where_another_is_wanted()
    {
        var result = await RunOnAsync(Parent("mtty", Mdev("com-0", A, "mtty-1", "mdpy")), "apply");
        Assert.Equal(4, result.ExitCode);
        Assert.Contains("the kernel attached mtty", Unwrapped(result), StringComparison.Ordinal);
        Assert.Equal("", await DevicesAsync());
    }

    [MachineFact]
    public async Task Frees_instances_before_it_takes_them()
    {
        string Twelve(int from) =>
            Parent("mtty", [.. Enumerable.Range(from, 12).Select(i => Mdev($"com-{i}", Uuid(i), "mtty-2"))]);
        await ApplyAsync(Twelve(0));
        await ApplyAsync(Twelve(6));
        Assert.Equal("12", await Machine.OutputOfAsync("ls /sys/bus/mdev/devices | wc -l"));
    }

    [MachineFact]
    public async Task Leaves_a_device_that_a_process_holds_and_removes_it_once_it_lets_go()
    {
        await ApplyAsync(Parent("mtty", Mdev("com-0", A, "mtty-1"), Mdev("com-1", B, "mtty-1")));
        var holder = Machine.Start($"exec hold-vfio {A}");
        await Machine.WaitForOutputAsync(holder, "holding");

        var result = await RunOnAsync(Parent("mtty"), "apply");
        Assert.Equal(4, result.ExitCode);
        Assert.Contains("(hold-vfio) has /dev/vfio/", Unwrapped(result), StringComparison.Ordinal);
        Assert.Equal("aa mtty mtty-1 mtty", await DevicesAsync());

        holder.Signal(15);
        await Machine.WaitForAsync(holder);
        await ApplyAsync(Parent("mtty"));
        Assert.Equal("", await DevicesAsync());
    }

    [MachineFact]
    public async Task Adopts_a_device_that_is_as_listed()
    {
        await CreateByHandAsync(A, "mtty", "mtty-1");
        var inode = await InodeAsync(A);
        Assert.Contains("adopt", await ApplyAsync(Parent("mtty", Mdev("com-0", A, "mtty-1"))), StringComparison.Ordinal);
        Assert.Equal(inode, await InodeAsync(A));
        await ApplyAsync(Parent("mtty"));
        Assert.Equal("", await DevicesAsync());
    }

    [MachineFact]
    public async Task Goes_on_without_a_parent_that_is_absent_and_says_so()
    {
        var result = await RunOnAsync(Parent("pci/0000:05:00.0", Mdev("web-0", B, "mlx5_core-local")) + Parent("mtty", Mdev("com-0", A, "mtty-1")), "apply");
        Assert.Equal(4, result.ExitCode);
        Assert.Contains("pci/0000:05:00.0 is absent", Unwrapped(result), StringComparison.Ordinal);
        Assert.Equal("aa mtty mtty-1 mtty", await DevicesAsync());
    }

    [MachineFact]
    public async Task Says_which_path_refuses_whom_when_it_is_not_run_by_root()
    {
        await Machine.PutFileAsync(DocumentPath, "");
        await RunOnAsync(Parent("mtty", Mdev("com-0", A, "mtty-1")), "plan");
        var result = await Machine.RunAsync("mkdir -p /run/mdev-desired; chmod 777 /run/mdev-desired; su -s /bin/sh nobody -c 'mdev-desired apply -f /tmp/rack7.yaml'");
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("/sys/class/mdev_bus/mtty/mdev_supported_types/mtty-1/create: EACCES", Unwrapped(result), StringComparison.Ordinal);
        Assert.Contains("run as root", Unwrapped(result), StringComparison.Ordinal);
        Assert.Equal("", await DevicesAsync());
    }

    [MachineFact]
    public async Task Starts_the_devices_beside_a_broken_file_for_none_and_names_the_file()
    {
        // One broken file must not be applied in part: the peers then start what they happen to have read.
        await Machine.PutFileAsync("/etc/mdev-desired/10-good.yaml", "apiVersion: mdevdesired.dev/v1alpha1\nkind: HostDevices\nmetadata: { name: good }\nspec: { parents: [] }\n");
        await Machine.PutFileAsync("/etc/mdev-desired/20-broken.yaml", "apiVersion: mdevdesired.dev/v1alpha1\nkind: HostDevices\nmetadata: { name: [\n");
        var result = await Machine.RunAsync("mdev-desired apply");
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("20-broken.yaml:", result.Stderr, StringComparison.Ordinal);
    }

    [MachineFact]
    public async Task Writes_nothing_outside_the_devices_folder()
    {
        await Machine.OutputOfAsync("echo keep > /tmp/x");
        var result = await RunOnAsync(
            Parent("mtty", Mdev("com-0", A, "mtty-1", values: "../../../../../../../../tmp/x=1")), "apply");
        Assert.Equal(3, result.ExitCode);
        Assert.Equal("keep", await Machine.OutputOfAsync("cat /tmp/x"));
        Assert.Equal("", await DevicesAsync());
    }
}
