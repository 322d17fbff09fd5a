// SPDX-License-Identifier: GPL-2.0-only
/* Life and death of a mediated device. */

#include <linux/atomic.h>
#include <linux/device.h>
#include <linux/hashtable.h>
#include <linux/jhash.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/wait.h>

#include "knobs.h"
#include "mdevsim.h"

/*
 * The device table: every UUID of the host, from the moment its creation is
 * accepted until its removal is complete. Its lock also guards the pools, so
 * that a name and the room for it are taken together.
 */
static DEFINE_HASHTABLE(table, 12);
static DEFINE_MUTEX(table_lock);

/* Devices whose memory is still there: the module has to outlive them. */
static atomic_t unreleased = ATOMIC_INIT(0);
static DECLARE_WAIT_QUEUE_HEAD(all_released);

void sim_mdev_wait_for_release(void)
{
	wait_event(all_released, !atomic_read(&unreleased));
}

static u32 uuid_hash(const guid_t *uuid)
{
	return jhash(uuid, sizeof(*uuid), 0);
}

static bool uuid_taken(const guid_t *uuid)
{
	struct sim_mdev *mdev;

	hash_for_each_possible(table, mdev, hash, uuid_hash(uuid))
		if (guid_equal(&mdev->uuid, uuid))
			return true;
	return false;
}

static int table_enter(struct sim_mdev *mdev)
{
	struct sim_parent *parent = mdev->type->parent;
	int err = 0;

	mutex_lock(&table_lock);
	if (uuid_taken(&mdev->uuid)) {
		err = -EEXIST;
	} else if (parent->room < mdev->type->cost) {
		err = sim_no_room_error();
	} else {
		parent->room -= mdev->type->cost;
		hash_add(table, &mdev->hash, uuid_hash(&mdev->uuid));
	}
	mutex_unlock(&table_lock);
	return err;
}

static void table_leave(struct sim_mdev *mdev)
{
	mutex_lock(&table_lock);
	mdev->type->parent->room += mdev->type->cost;
	hash_del(&mdev->hash);
	list_del_init(&mdev->sibling);
	mutex_unlock(&table_lock);
}

static void parent_adopt(struct sim_mdev *mdev)
{
	mutex_lock(&table_lock);
	list_add_tail(&mdev->sibling, &mdev->type->parent->children);
	mutex_unlock(&table_lock);
}

unsigned int sim_mdev_room(struct sim_parent *parent)
{
	unsigned int room;

	mutex_lock(&table_lock);
	room = parent->room;
	mutex_unlock(&table_lock);
	return room;
}

/* --- removal --- */

static void mdev_unlink_type(struct sim_mdev *mdev)
{
	sysfs_remove_link(&mdev->dev.kobj, "mdev_type");
	sysfs_remove_link(mdev->type->devices, dev_name(&mdev->dev));
}

static void mdev_destroy(struct sim_mdev *mdev)
{
	mdev_unlink_type(mdev);
	sim_wait_while_hung();
	device_del(&mdev->dev);
	sim_mdev_params_release(mdev);
	table_leave(mdev);
	put_device(&mdev->dev);
}

/* With held_remove=busy a device in use refuses, and no one may open it after. */
static int mdev_close_to_users(struct sim_mdev *mdev)
{
	int err = 0;

	mutex_lock(&mdev->lock);
	if (mdev->holders && sim_held_remove() == SIM_HELD_BUSY)
		err = -EBUSY;
	else
		mdev->removing = true;
	mutex_unlock(&mdev->lock);
	return err;
}

static int mdev_remove(struct sim_mdev *mdev, struct device_attribute *attr)
{
	struct sim_parent *parent = mdev->type->parent;
	int err;

	/* The parent is going, and takes this device with it. */
	if (!down_read_trylock(&parent->unreg_sem))
		return -ENODEV;

	if (atomic_cmpxchg(&mdev->state, SIM_MDEV_LIVE, SIM_MDEV_REMOVING) !=
	    SIM_MDEV_LIVE) {
		err = -EAGAIN;
		goto out;
	}
	err = mdev_close_to_users(mdev);
	if (err) {
		atomic_set(&mdev->state, SIM_MDEV_LIVE);
		goto out;
	}

	sim_delay(SIM_DELAY_REMOVE);
	/* device_del() would wait for this very write to end. */
	device_remove_file_self(&mdev->dev, attr);
	mdev_destroy(mdev);
out:
	up_read(&parent->unreg_sem);
	return err;
}

/* Called with the parent's unreg_sem held for writing. */
void sim_mdev_remove_children(struct sim_parent *parent)
{
	struct sim_mdev *mdev;

	for (;;) {
		mutex_lock(&table_lock);
		mdev = list_first_entry_or_null(&parent->children,
						struct sim_mdev, sibling);
		if (mdev)
			list_del_init(&mdev->sibling);
		mutex_unlock(&table_lock);
		if (!mdev)
			return;

		mutex_lock(&mdev->lock);
		mdev->removing = true;
		mutex_unlock(&mdev->lock);
		atomic_set(&mdev->state, SIM_MDEV_REMOVING);
		mdev_destroy(mdev);
	}
}

static ssize_t remove_store(struct device *dev, struct device_attribute *attr,
			    const char *buf, size_t count)
{
	struct sim_mdev *mdev = to_sim_mdev(dev);
	struct sim_parent *parent;
	unsigned long yes;
	int err;

	if (kstrtoul(buf, 0, &yes))
		return -EINVAL;
	if (!yes)
		return count;

	parent = sim_parent_get(mdev->type->parent);
	get_device(dev);
	err = mdev_remove(mdev, attr);
	put_device(dev);
	sim_parent_put(parent);
	return err ?: count;
}
static DEVICE_ATTR_WO(remove);

static struct attribute *mdev_attrs[] = {
	&dev_attr_remove.attr,
	NULL
};

static const struct attribute_group mdev_group = {
	.attrs = mdev_attrs,
};

static const struct attribute_group *mdev_groups[] = {
	&mdev_group,
	&sim_mdev_params_group,
	NULL
};

/* --- creation --- */

static void mdev_release(struct device *dev)
{
	struct sim_mdev *mdev = to_sim_mdev(dev);

	kobject_put(&mdev->type->kobj);
	mutex_destroy(&mdev->lock);
	kfree(mdev);
	if (atomic_dec_and_test(&unreleased))
		wake_up_all(&all_released);
}

static struct sim_mdev *mdev_alloc(struct sim_type *type, const guid_t *uuid)
{
	struct sim_mdev *mdev;
	int err;

	mdev = kzalloc(sizeof(*mdev), GFP_KERNEL);
	if (!mdev)
		return ERR_PTR(-ENOMEM);

	guid_copy(&mdev->uuid, uuid);
	INIT_HLIST_NODE(&mdev->hash);
	INIT_LIST_HEAD(&mdev->sibling);
	mutex_init(&mdev->lock);
	atomic_set(&mdev->state, SIM_MDEV_CREATING);
	mdev->type = type;
	kobject_get(&type->kobj);
	sim_mdev_params_init(mdev);

	atomic_inc(&unreleased);
	device_initialize(&mdev->dev);
	mdev->dev.parent = type->parent->dev;
	mdev->dev.bus = &sim_mdev_bus;
	mdev->dev.groups = mdev_groups;
	mdev->dev.release = mdev_release;
	err = dev_set_name(&mdev->dev, "%pUl", uuid);
	if (err) {
		put_device(&mdev->dev);
		return ERR_PTR(err);
	}
	return mdev;
}

static int mdev_autobind(struct sim_mdev *mdev)
{
	struct sim_driver *driver;
	int err;

	switch (sim_autobind()) {
	case SIM_AUTOBIND_HOST:
		driver = &sim_host_driver;
		break;
	case SIM_AUTOBIND_VFIO:
		driver = &sim_vfio_driver;
		break;
	default:
		return 0;
	}

	err = device_driver_attach(&driver->driver, &mdev->dev);
	/* Then the driver core only logged it; now it is create that fails. */
	return sim_match() == SIM_MATCH_NEVER ? err : 0;
}

static int mdev_link_type(struct sim_mdev *mdev)
{
	int err;

	err = sysfs_create_link(mdev->type->devices, &mdev->dev.kobj,
				dev_name(&mdev->dev));
	if (err)
		return err;
	err = sysfs_create_link(&mdev->dev.kobj, &mdev->type->kobj,
				"mdev_type");
	if (err)
		sysfs_remove_link(mdev->type->devices, dev_name(&mdev->dev));
	return err;
}

/* Called with the parent's unreg_sem held for reading. */
static int mdev_add(struct sim_mdev *mdev)
{
	int err;

	err = sim_fault(SIM_FAULT_CREATE);
	if (err)
		return err;
	sim_delay(SIM_DELAY_CREATE);

	err = device_add(&mdev->dev);
	if (err)
		return err;
	err = mdev_autobind(mdev);
	if (err)
		goto err_del;
	sim_delay(SIM_DELAY_TYPE_LINK);
	err = mdev_link_type(mdev);
	if (err)
		goto err_del;

	parent_adopt(mdev);
	atomic_set(&mdev->state, SIM_MDEV_LIVE);
	return 0;

err_del:
	device_del(&mdev->dev);
	sim_mdev_params_release(mdev);
	return err;
}

int sim_mdev_create(struct sim_type *type, const guid_t *uuid)
{
	struct sim_parent *parent = type->parent;
	struct sim_mdev *mdev;
	int err;

	mdev = mdev_alloc(type, uuid);
	if (IS_ERR(mdev))
		return PTR_ERR(mdev);

	err = table_enter(mdev);
	if (err)
		goto err_put;

	if (!down_read_trylock(&parent->unreg_sem)) {
		err = -ENODEV;
		goto err_leave;
	}
	err = mdev_add(mdev);
	up_read(&parent->unreg_sem);
	if (err)
		goto err_leave;
	return 0;

err_leave:
	table_leave(mdev);
err_put:
	put_device(&mdev->dev);
	return err;
}
