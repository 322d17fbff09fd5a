// SPDX-License-Identifier: GPL-2.0-only
/*
 * Parents that are no hardware: devices of a class, on no bus and without a
 * driver, like the sample driver mtty's. They have no devlink instance, as that
 * needs a bus.
 */

#include <linux/device.h>
#include <linux/err.h>
#include <linux/kdev_t.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/workqueue.h>

#include "mdevsim.h"

#define SIM_MAX_SOFT_PARENTS 256

static struct class *soft_class;
static struct device *soft_devices[SIM_MAX_SOFT_PARENTS];
static unsigned int nr_soft_devices;
static unsigned int soft_parents;
static bool soft_ready;

static struct device *soft_add(unsigned int number)
{
	struct sim_parent *parent;
	struct device *dev;

	dev = device_create(soft_class, NULL, MKDEV(0, 0), NULL, "soft%u",
			    number);
	if (IS_ERR(dev))
		return dev;
	parent = sim_parent_create(dev);
	if (IS_ERR(parent)) {
		device_unregister(dev);
		return ERR_CAST(parent);
	}
	dev_set_drvdata(dev, parent);
	return dev;
}

static void soft_remove(struct device *dev)
{
	sim_parent_destroy(dev_get_drvdata(dev));
	device_unregister(dev);
}

/* Only ever run by the one work item, or while that cannot run. */
static int soft_resize(unsigned int wanted)
{
	struct device *dev;

	while (nr_soft_devices > wanted)
		soft_remove(soft_devices[--nr_soft_devices]);
	while (nr_soft_devices < wanted) {
		dev = soft_add(nr_soft_devices);
		if (IS_ERR(dev))
			return PTR_ERR(dev);
		soft_devices[nr_soft_devices++] = dev;
	}
	return 0;
}

static void soft_work(struct work_struct *work)
{
	int err = soft_resize(READ_ONCE(soft_parents));

	if (err)
		pr_err("mdevsim: could not add a soft parent: %d\n", err);
}
static DECLARE_WORK(resize_work, soft_work);

/* Guards soft_ready against a write while the module goes. */
static DEFINE_MUTEX(soft_lock);

/*
 * Taking a parent away may wait for whoever holds its devices, so it is left
 * to a work item; see knobs.c.
 */
static int soft_parents_set(const char *val, const struct kernel_param *kp)
{
	int err;

	err = param_set_uint_minmax(val, kp, 0, SIM_MAX_SOFT_PARENTS);
	if (err)
		return err;
	mutex_lock(&soft_lock);
	if (soft_ready)
		queue_work(system_long_wq, &resize_work);
	mutex_unlock(&soft_lock);
	return 0;
}

static const struct kernel_param_ops soft_parents_ops = {
	.set = soft_parents_set,
	.get = param_get_uint,
};

module_param_cb(soft_parents, &soft_parents_ops, &soft_parents, 0644);
MODULE_PARM_DESC(soft_parents, "parents that are no PCI devices, soft0 and so on (0)");

int sim_soft_init(void)
{
	int err;

	soft_class = class_create(THIS_MODULE, "mdevsim");
	if (IS_ERR(soft_class))
		return PTR_ERR(soft_class);

	err = soft_resize(READ_ONCE(soft_parents));
	if (err) {
		soft_resize(0);
		class_destroy(soft_class);
		return err;
	}
	mutex_lock(&soft_lock);
	soft_ready = true;
	mutex_unlock(&soft_lock);
	return 0;
}

void sim_soft_exit(void)
{
	mutex_lock(&soft_lock);
	soft_ready = false;
	mutex_unlock(&soft_lock);
	cancel_work_sync(&resize_work);
	soft_resize(0);
	class_destroy(soft_class);
}
