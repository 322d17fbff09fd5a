// SPDX-License-Identifier: GPL-2.0-only
/* The bus "mdev" with its drivers, and the class "mdev_bus". */

#include <linux/device.h>
#include <linux/module.h>

#include "knobs.h"
#include "mdevsim.h"

static struct class_compat *mdev_bus_class;

/*
 * Nothing matches while a device is being added, so the driver core never
 * picks a driver by itself. Afterwards match=explicit lets a write to "bind"
 * through; match=never turns it into ENODEV.
 */
static int mdev_bus_match(struct device *dev, struct device_driver *driver)
{
	struct sim_mdev *mdev = to_sim_mdev(dev);

	return sim_match() == SIM_MATCH_EXPLICIT &&
	       atomic_read(&mdev->state) == SIM_MDEV_LIVE;
}

static void mdev_set_bound(struct sim_mdev *mdev, bool bound)
{
	mutex_lock(&mdev->lock);
	mdev->bound = bound;
	mutex_unlock(&mdev->lock);
}

static int mdev_bus_probe(struct device *dev)
{
	struct sim_driver *driver = container_of(dev->driver, struct sim_driver,
						 driver);
	struct sim_mdev *mdev = to_sim_mdev(dev);
	int err;

	/* From here on the creation params keep still. */
	mdev_set_bound(mdev, true);
	sim_delay(SIM_DELAY_BIND);
	err = sim_fault(SIM_FAULT_BIND);
	if (!err)
		err = driver->probe(mdev);
	if (err)
		mdev_set_bound(mdev, false);
	return err;
}

static void mdev_bus_remove(struct device *dev)
{
	struct sim_driver *driver = container_of(dev->driver, struct sim_driver,
						 driver);
	struct sim_mdev *mdev = to_sim_mdev(dev);

	driver->remove(mdev);
	mdev_set_bound(mdev, false);
}

struct bus_type sim_mdev_bus = {
	.name = "mdev",
	.match = mdev_bus_match,
	.probe = mdev_bus_probe,
	.remove = mdev_bus_remove,
};

int sim_bus_link_parent(struct device *dev)
{
	return class_compat_create_link(mdev_bus_class, dev, NULL);
}

void sim_bus_unlink_parent(struct device *dev)
{
	class_compat_remove_link(mdev_bus_class, dev, NULL);
}

int sim_bus_init(void)
{
	int err;

	err = bus_register(&sim_mdev_bus);
	if (err) {
		pr_err("mdevsim: no bus of its own: is mdev.ko loaded?\n");
		return err;
	}

	mdev_bus_class = class_compat_register("mdev_bus");
	if (!mdev_bus_class) {
		err = -ENOMEM;
		goto err_bus;
	}

	err = driver_register(&sim_host_driver.driver);
	if (err)
		goto err_class;
	err = driver_register(&sim_vfio_driver.driver);
	if (err)
		goto err_host;
	return 0;

err_host:
	driver_unregister(&sim_host_driver.driver);
err_class:
	class_compat_unregister(mdev_bus_class);
err_bus:
	bus_unregister(&sim_mdev_bus);
	return err;
}

void sim_bus_exit(void)
{
	driver_unregister(&sim_vfio_driver.driver);
	driver_unregister(&sim_host_driver.driver);
	class_compat_unregister(mdev_bus_class);
	bus_unregister(&sim_mdev_bus);
}
