/* SPDX-License-Identifier: GPL-2.0-only */
/* Objects of the mdev side: parents, types, devices, the bus. */
#ifndef MDEVSIM_H
#define MDEVSIM_H

#include <linux/bitmap.h>
#include <linux/device.h>
#include <linux/kobject.h>
#include <linux/kref.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/rwsem.h>
#include <linux/uuid.h>
#include <linux/workqueue.h>

#define SIM_HOST_DRIVER		"mlx5_core"
#define SIM_VFIO_DRIVER		"vfio_mdev"
#define SIM_MAX_PORTS		4
#define SIM_MAX_NETDEV_QUEUES	64
#define SIM_NR_QUEUES		256
#define SIM_NR_TYPES		2

struct sim_type;

/**
 * struct sim_parent - a device that mdevs can be created on
 * @dev: the parent device
 * @ref: held by the device's driver, by every type and by every mdev
 * @register_work: registers the parent late, when it is asked for
 * @registered: whether sim_parent_register() ran
 * @unreg_sem: read by create and remove, written by unregistration
 * @types_kset: the folder mdev_supported_types
 * @types: what stands in it
 * @room: what is left of the pool; under the device table's lock
 * @children: the live mdevs; under the device table's lock
 * @queue_lock: protects @queues_used and the queues of every child
 * @queues_used: the queues that some child was assigned
 */
struct sim_parent {
	struct device *dev;
	struct kref ref;
	struct delayed_work register_work;
	bool registered;
	struct rw_semaphore unreg_sem;
	struct kset *types_kset;
	struct sim_type *types[SIM_NR_TYPES];
	unsigned int room;
	struct list_head children;
	struct mutex queue_lock;
	DECLARE_BITMAP(queues_used, SIM_NR_QUEUES);
};

struct sim_parent *sim_parent_create(struct device *dev);
void sim_parent_destroy(struct sim_parent *parent);
struct sim_parent *sim_parent_get(struct sim_parent *parent);
void sim_parent_put(struct sim_parent *parent);

/**
 * struct sim_type - a folder in mdev_supported_types
 * @kobj: the folder
 * @devices: its folder of links to the mdevs of this type
 * @parent: whose type it is
 * @label: what "name" shows
 * @cost: how much of the parent's pool one mdev takes
 */
struct sim_type {
	struct kobject kobj;
	struct kobject *devices;
	struct sim_parent *parent;
	const char *label;
	unsigned int cost;
};

int sim_types_add(struct sim_parent *parent);
void sim_types_remove(struct sim_parent *parent);

enum sim_mdev_state {
	SIM_MDEV_CREATING,
	SIM_MDEV_LIVE,
	SIM_MDEV_REMOVING,
};

/**
 * struct sim_mdev - a mediated device
 * @dev: the device
 * @uuid: its name
 * @hash: member of the device table
 * @sibling: member of the parent's children
 * @type: its type, whose parent is its parent
 * @state: an enum sim_mdev_state
 * @lock: protects everything below but @queues
 * @bound: a driver is attached, or being attached
 * @removing: no new user may open the device
 * @holders: open VFIO device files
 * @max_tx_queues: creation param
 * @max_rq: creation param
 * @num_ports: creation param
 * @enable_roce: creation param
 * @queues: what assign_queue assigned; under the parent's queue_lock
 */
struct sim_mdev {
	struct device dev;
	guid_t uuid;
	struct hlist_node hash;
	struct list_head sibling;
	struct sim_type *type;
	atomic_t state;
	struct mutex lock;
	bool bound;
	bool removing;
	unsigned int holders;
	unsigned int max_tx_queues;
	unsigned int max_rq;
	unsigned int num_ports;
	bool enable_roce;
	DECLARE_BITMAP(queues, SIM_NR_QUEUES);
};

static inline struct sim_mdev *to_sim_mdev(struct device *dev)
{
	return container_of(dev, struct sim_mdev, dev);
}

int sim_mdev_create(struct sim_type *type, const guid_t *uuid);
void sim_mdev_remove_children(struct sim_parent *parent);
unsigned int sim_mdev_room(struct sim_parent *parent);
void sim_mdev_wait_for_release(void);

void sim_mdev_params_init(struct sim_mdev *mdev);
void sim_mdev_params_release(struct sim_mdev *mdev);
extern const struct attribute_group sim_mdev_params_group;

/**
 * struct sim_driver - a driver on the bus mdev
 * @driver: the driver
 * @probe: takes the device over; it may sleep
 * @remove: gives it back
 */
struct sim_driver {
	struct device_driver driver;
	int (*probe)(struct sim_mdev *mdev);
	void (*remove)(struct sim_mdev *mdev);
};

extern struct bus_type sim_mdev_bus;
extern struct sim_driver sim_host_driver;
extern struct sim_driver sim_vfio_driver;

int sim_bus_init(void);
void sim_bus_exit(void);
int sim_bus_link_parent(struct device *dev);
void sim_bus_unlink_parent(struct device *dev);

int sim_pci_init(void);
void sim_pci_exit(void);
int sim_soft_init(void);
void sim_soft_exit(void);
int sim_sf_driver_init(void);
void sim_sf_driver_exit(void);

#endif /* MDEVSIM_H */
