// SPDX-License-Identifier: GPL-2.0-only
/*
 * The driver vfio_mdev: a sub device handed to user space. It is a real VFIO
 * device without regions or interrupts, in an emulated IOMMU group, so that
 * /dev/vfio/<group> is there and an open device file keeps a removal waiting.
 */

#include <linux/device.h>
#include <linux/module.h>
#include <linux/uaccess.h>
#include <linux/vfio.h>

#include "mdevsim.h"

struct sim_vfio {
	struct vfio_device vdev;
	struct sim_mdev *mdev;
};

static struct sim_vfio *to_sim_vfio(struct vfio_device *vdev)
{
	return container_of(vdev, struct sim_vfio, vdev);
}

static int sim_vfio_open(struct vfio_device *vdev)
{
	struct sim_mdev *mdev = to_sim_vfio(vdev)->mdev;
	int err = 0;

	mutex_lock(&mdev->lock);
	if (mdev->removing)
		err = -ENODEV;
	else
		mdev->holders++;
	mutex_unlock(&mdev->lock);
	return err;
}

static void sim_vfio_close(struct vfio_device *vdev)
{
	struct sim_mdev *mdev = to_sim_vfio(vdev)->mdev;

	mutex_lock(&mdev->lock);
	mdev->holders--;
	mutex_unlock(&mdev->lock);
}

static long sim_vfio_get_info(void __user *arg)
{
	struct vfio_device_info info;
	size_t minsz = offsetofend(struct vfio_device_info, num_irqs);

	if (copy_from_user(&info, arg, minsz))
		return -EFAULT;
	if (info.argsz < minsz)
		return -EINVAL;
	info.flags = VFIO_DEVICE_FLAGS_PCI | VFIO_DEVICE_FLAGS_RESET;
	info.num_regions = 0;
	info.num_irqs = 0;
	return copy_to_user(arg, &info, minsz) ? -EFAULT : 0;
}

static long sim_vfio_ioctl(struct vfio_device *vdev, unsigned int cmd,
			   unsigned long arg)
{
	switch (cmd) {
	case VFIO_DEVICE_GET_INFO:
		return sim_vfio_get_info((void __user *)arg);
	case VFIO_DEVICE_RESET:
		return 0;
	default:
		return -ENOTTY;
	}
}

static const struct vfio_device_ops sim_vfio_ops = {
	.name = SIM_VFIO_DRIVER,
	.release = vfio_free_device,
	.open_device = sim_vfio_open,
	.close_device = sim_vfio_close,
	.ioctl = sim_vfio_ioctl,
};

static int sim_vfio_probe(struct sim_mdev *mdev)
{
	struct sim_vfio *vfio;
	int err;

	vfio = vfio_alloc_device(sim_vfio, vdev, &mdev->dev, &sim_vfio_ops);
	if (IS_ERR(vfio))
		return PTR_ERR(vfio);
	vfio->mdev = mdev;

	err = vfio_register_emulated_iommu_dev(&vfio->vdev);
	if (err) {
		vfio_put_device(&vfio->vdev);
		return err;
	}
	dev_set_drvdata(&mdev->dev, vfio);
	return 0;
}

/* Waits until the last device file is closed. */
static void sim_vfio_remove(struct sim_mdev *mdev)
{
	struct sim_vfio *vfio = dev_get_drvdata(&mdev->dev);

	vfio_unregister_group_dev(&vfio->vdev);
	vfio_put_device(&vfio->vdev);
}

struct sim_driver sim_vfio_driver = {
	.driver = {
		.name = SIM_VFIO_DRIVER,
		.owner = THIS_MODULE,
		.bus = &sim_mdev_bus,
	},
	.probe = sim_vfio_probe,
	.remove = sim_vfio_remove,
};
