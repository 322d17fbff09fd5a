/*
 * Holds a mediated device as a virtual machine would: opens it through its VFIO group and keeps it open until a signal.
 *   hold-vfio UUID
 * Prints "holding" once the device is open. See Documentation/driver-api/vfio.rst.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/vfio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static int checked(int result, const char *what)
{
	if (result < 0) {
		fprintf(stderr, "hold-vfio: %s: %s\n", what, strerror(errno));
		exit(1);
	}
	return result;
}

/* The group's number is the last part of the target of the device's iommu_group link. */
static int open_group(const char *uuid)
{
	char path[PATH_MAX], target[PATH_MAX] = "";

	snprintf(path, sizeof(path), "/sys/bus/mdev/devices/%s/iommu_group", uuid);
	checked(readlink(path, target, sizeof(target) - 1), path);
	snprintf(path, sizeof(path), "/dev/vfio%s", strrchr(target, '/'));
	return checked(open(path, O_RDWR), path);
}

int main(int count, char **arguments)
{
	int container, group;

	if (count != 2)
		return 2;
	container = checked(open("/dev/vfio/vfio", O_RDWR), "/dev/vfio/vfio");
	group = open_group(arguments[1]);
	checked(ioctl(group, VFIO_GROUP_SET_CONTAINER, &container), "VFIO_GROUP_SET_CONTAINER");
	checked(ioctl(container, VFIO_SET_IOMMU, VFIO_TYPE1_IOMMU), "VFIO_SET_IOMMU");
	checked(ioctl(group, VFIO_GROUP_GET_DEVICE_FD, arguments[1]), "VFIO_GROUP_GET_DEVICE_FD");
	puts("holding");
	fflush(stdout);
	pause();
	return 0;
}
