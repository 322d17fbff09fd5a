// SPDX-License-Identifier: GPL-2.0-only
/*
 * Creation params: attributes of an mdev that are set between create and bind.
 *
 * With match=explicit a bound device refuses them with EBUSY. With match=never
 * the driver is attached before anyone could write, so they stay writable and
 * the driver takes them up at its next devlink reload.
 */

#include <linux/bitmap.h>
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/kstrtox.h>
#include <linux/sysfs.h>

#include "knobs.h"
#include "mdevsim.h"

void sim_mdev_params_init(struct sim_mdev *mdev)
{
	mdev->max_tx_queues = 4;
	mdev->max_rq = 4;
	mdev->num_ports = 1;
	mdev->enable_roce = true;
}

/* Gives the queues back, also those of a device that was never complete. */
void sim_mdev_params_release(struct sim_mdev *mdev)
{
	struct sim_parent *parent = mdev->type->parent;

	mutex_lock(&parent->queue_lock);
	bitmap_andnot(parent->queues_used, parent->queues_used, mdev->queues,
		      SIM_NR_QUEUES);
	bitmap_zero(mdev->queues, SIM_NR_QUEUES);
	mutex_unlock(&parent->queue_lock);
}

/* Called with the device's lock held. */
static int params_writable(struct sim_mdev *mdev)
{
	if (mdev->bound && sim_match() == SIM_MATCH_EXPLICIT)
		return -EBUSY;
	return sim_fault(SIM_FAULT_WRITE);
}

static ssize_t count_store(struct sim_mdev *mdev, unsigned int *field,
			   unsigned int max, const char *buf, size_t count)
{
	unsigned int value;
	int err;

	if (kstrtouint(buf, 0, &value) || !value || value > max)
		return -EINVAL;

	mutex_lock(&mdev->lock);
	err = params_writable(mdev);
	if (!err)
		*field = value;
	mutex_unlock(&mdev->lock);
	return err ?: count;
}

#define COUNT_ATTR(_name, _max)						\
static ssize_t _name##_show(struct device *dev,				\
			    struct device_attribute *attr, char *buf)	\
{									\
	return sysfs_emit(buf, "%u\n",					\
			  READ_ONCE(to_sim_mdev(dev)->_name));		\
}									\
static ssize_t _name##_store(struct device *dev,			\
			     struct device_attribute *attr,		\
			     const char *buf, size_t count)		\
{									\
	struct sim_mdev *mdev = to_sim_mdev(dev);			\
									\
	return count_store(mdev, &mdev->_name, _max, buf, count);	\
}									\
static DEVICE_ATTR_RW(_name)

COUNT_ATTR(max_tx_queues, SIM_MAX_NETDEV_QUEUES);
COUNT_ATTR(max_rq, SIM_MAX_NETDEV_QUEUES);
COUNT_ATTR(num_ports, SIM_MAX_PORTS);

static ssize_t enable_roce_show(struct device *dev,
				struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%d\n", READ_ONCE(to_sim_mdev(dev)->enable_roce));
}

static ssize_t enable_roce_store(struct device *dev,
				 struct device_attribute *attr,
				 const char *buf, size_t count)
{
	struct sim_mdev *mdev = to_sim_mdev(dev);
	bool value;
	int err;

	if (kstrtobool(buf, &value))
		return -EINVAL;

	mutex_lock(&mdev->lock);
	err = params_writable(mdev);
	if (!err)
		mdev->enable_roce = value;
	mutex_unlock(&mdev->lock);
	return err ?: count;
}
static DEVICE_ATTR_RW(enable_roce);

/* --- a set, one write per member, in the manner of vfio_ap --- */

static int queue_assign(struct sim_mdev *mdev, unsigned int queue)
{
	struct sim_parent *parent = mdev->type->parent;

	if (queue >= SIM_NR_QUEUES)
		return -ENODEV;
	if (queue < sim_queues_reserved)
		return -EADDRNOTAVAIL;
	if (test_bit(queue, mdev->queues))
		return 0;
	if (test_bit(queue, parent->queues_used))
		return -EADDRINUSE;
	__set_bit(queue, parent->queues_used);
	__set_bit(queue, mdev->queues);
	return 0;
}

static int queue_unassign(struct sim_mdev *mdev, unsigned int queue)
{
	if (queue >= SIM_NR_QUEUES)
		return -ENODEV;
	if (test_bit(queue, mdev->queues)) {
		__clear_bit(queue, mdev->queues);
		__clear_bit(queue, mdev->type->parent->queues_used);
	}
	return 0;
}

static ssize_t queue_store(struct device *dev, const char *buf, size_t count,
			   int (*change)(struct sim_mdev *mdev,
					 unsigned int queue))
{
	struct sim_mdev *mdev = to_sim_mdev(dev);
	struct sim_parent *parent = mdev->type->parent;
	unsigned int queue;
	int err;

	if (kstrtouint(buf, 0, &queue))
		return -EINVAL;

	mutex_lock(&mdev->lock);
	err = params_writable(mdev);
	if (!err) {
		mutex_lock(&parent->queue_lock);
		err = change(mdev, queue);
		mutex_unlock(&parent->queue_lock);
	}
	mutex_unlock(&mdev->lock);
	return err ?: count;
}

static ssize_t assign_queue_store(struct device *dev,
				  struct device_attribute *attr,
				  const char *buf, size_t count)
{
	return queue_store(dev, buf, count, queue_assign);
}
static DEVICE_ATTR_WO(assign_queue);

static ssize_t unassign_queue_store(struct device *dev,
				    struct device_attribute *attr,
				    const char *buf, size_t count)
{
	return queue_store(dev, buf, count, queue_unassign);
}
static DEVICE_ATTR_WO(unassign_queue);

static ssize_t queues_show(struct device *dev, struct device_attribute *attr,
			   char *buf)
{
	struct sim_mdev *mdev = to_sim_mdev(dev);
	struct sim_parent *parent = mdev->type->parent;
	unsigned int queue;
	int len = 0;

	mutex_lock(&parent->queue_lock);
	for_each_set_bit(queue, mdev->queues, SIM_NR_QUEUES)
		len += sysfs_emit_at(buf, len, "%u\n", queue);
	mutex_unlock(&parent->queue_lock);
	return len;
}
static DEVICE_ATTR_RO(queues);

static struct attribute *params_attrs[] = {
	&dev_attr_max_tx_queues.attr,
	&dev_attr_max_rq.attr,
	&dev_attr_num_ports.attr,
	&dev_attr_enable_roce.attr,
	&dev_attr_assign_queue.attr,
	&dev_attr_unassign_queue.attr,
	&dev_attr_queues.attr,
	NULL
};

const struct attribute_group sim_mdev_params_group = {
	.attrs = params_attrs,
};
