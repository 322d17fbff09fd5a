// SPDX-License-Identifier: GPL-2.0-only
/* Registration of a device as mdev parent: its types, its link, its uevents. */

#include <linux/device.h>
#include <linux/slab.h>

#include "knobs.h"
#include "mdevsim.h"

static void parent_release(struct kref *ref)
{
	struct sim_parent *parent = container_of(ref, struct sim_parent, ref);

	put_device(parent->dev);
	mutex_destroy(&parent->queue_lock);
	kfree(parent);
}

struct sim_parent *sim_parent_get(struct sim_parent *parent)
{
	kref_get(&parent->ref);
	return parent;
}

void sim_parent_put(struct sim_parent *parent)
{
	kref_put(&parent->ref, parent_release);
}

static void parent_announce(struct sim_parent *parent, char *state)
{
	char *envp[] = { state, NULL };

	kobject_uevent_env(&parent->dev->kobj, KOBJ_CHANGE, envp);
}

/*
 * Whoever hears of a parent may have to look twice for its types: with
 * types_delay_ms they come after the event, else before it.
 */
static int parent_register(struct sim_parent *parent)
{
	bool types_late = sim_delay_ms(SIM_DELAY_TYPES);
	int err;

	if (!types_late) {
		err = sim_types_add(parent);
		if (err)
			return err;
	}
	if (sim_bus_link_parent(parent->dev))
		dev_warn(parent->dev, "no link in class mdev_bus\n");
	parent_announce(parent, "MDEV_STATE=registered");
	if (types_late) {
		sim_delay(SIM_DELAY_TYPES);
		err = sim_types_add(parent);
		if (err) {
			sim_bus_unlink_parent(parent->dev);
			return err;
		}
	}
	parent->registered = true;
	return 0;
}

static void parent_unregister(struct sim_parent *parent)
{
	/*
	 * Held to the end: from the first waiting writer on, create and remove
	 * answer ENODEV.
	 */
	down_write(&parent->unreg_sem);
	sim_bus_unlink_parent(parent->dev);
	sim_mdev_remove_children(parent);
	sim_types_remove(parent);
	parent->registered = false;
	up_write(&parent->unreg_sem);
	parent_announce(parent, "MDEV_STATE=unregistered");
}

static void parent_register_work(struct work_struct *work)
{
	struct sim_parent *parent = container_of(to_delayed_work(work),
						 struct sim_parent,
						 register_work);
	int err;

	err = parent_register(parent);
	if (err)
		dev_err(parent->dev, "registration as mdev parent failed: %d\n",
			err);
}

/**
 * sim_parent_create - make a device an mdev parent
 * @dev: the device; sim_parent_destroy() is to run before it goes
 *
 * With register_delay_ms or types_delay_ms the registration is left to a work
 * item, so that the device itself appears at once.
 *
 * Return: the parent, or an error pointer.
 */
struct sim_parent *sim_parent_create(struct device *dev)
{
	unsigned int delay = sim_delay_ms(SIM_DELAY_REGISTER);
	struct sim_parent *parent;
	int err;

	parent = kzalloc(sizeof(*parent), GFP_KERNEL);
	if (!parent)
		return ERR_PTR(-ENOMEM);
	parent->dev = get_device(dev);
	kref_init(&parent->ref);
	init_rwsem(&parent->unreg_sem);
	mutex_init(&parent->queue_lock);
	INIT_LIST_HEAD(&parent->children);
	INIT_DELAYED_WORK(&parent->register_work, parent_register_work);
	parent->room = sim_instances;

	if (delay || sim_delay_ms(SIM_DELAY_TYPES)) {
		queue_delayed_work(system_long_wq, &parent->register_work,
				   msecs_to_jiffies(delay));
		return parent;
	}

	err = parent_register(parent);
	if (err) {
		sim_parent_put(parent);
		return ERR_PTR(err);
	}
	return parent;
}

void sim_parent_destroy(struct sim_parent *parent)
{
	cancel_delayed_work_sync(&parent->register_work);
	if (parent->registered)
		parent_unregister(parent);
	sim_parent_put(parent);
}
