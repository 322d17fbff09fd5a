// SPDX-License-Identifier: GPL-2.0-only
/*
 * Opens the VFIO device of an mdev, as a virtual machine would, says "held"
 * and holds it until its standard input ends or a signal ends it.
 *
 * usage: vfio-hold UUID
 */

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <linux/vfio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static void die(const char *what)
{
	fprintf(stderr, "vfio-hold: %s: %s\n", what, strerror(errno));
	exit(1);
}

static int open_or_die(const char *path)
{
	int fd = open(path, O_RDWR | O_CLOEXEC);

	if (fd < 0)
		die(path);
	return fd;
}

static int open_group(const char *uuid)
{
	char link[PATH_MAX], target[PATH_MAX], path[PATH_MAX];
	ssize_t len;

	snprintf(link, sizeof(link), "/sys/bus/mdev/devices/%s/iommu_group",
		 uuid);
	len = readlink(link, target, sizeof(target) - 1);
	if (len < 0)
		die(link);
	target[len] = '\0';
	snprintf(path, sizeof(path), "/dev/vfio/%.32s", basename(target));
	return open_or_die(path);
}

int main(int argc, char **argv)
{
	int container, group;
	char byte;

	if (argc != 2) {
		fprintf(stderr, "usage: vfio-hold UUID\n");
		return 2;
	}

	container = open_or_die("/dev/vfio/vfio");
	group = open_group(argv[1]);
	if (ioctl(group, VFIO_GROUP_SET_CONTAINER, &container))
		die("VFIO_GROUP_SET_CONTAINER");
	if (ioctl(container, VFIO_SET_IOMMU, VFIO_TYPE1_IOMMU))
		die("VFIO_SET_IOMMU");
	if (ioctl(group, VFIO_GROUP_GET_DEVICE_FD, argv[1]) < 0)
		die("VFIO_GROUP_GET_DEVICE_FD");

	puts("held");
	fflush(stdout);
	while (read(STDIN_FILENO, &byte, 1) > 0)
		;
	return 0;
}
