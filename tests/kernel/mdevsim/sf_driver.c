// SPDX-License-Identifier: GPL-2.0-only
/*
 * The auxiliary device mlx5_core.sf.<id> of an active subfunction, and its
 * driver mlx5_core.sf.
 */

#include <linux/auxiliary_bus.h>
#include <linux/idr.h>
#include <linux/module.h>
#include <linux/slab.h>

#include "pf.h"

#define SF_QUEUES 4

static DEFINE_IDA(sf_dev_ids);

static ssize_t sfnum_show(struct device *dev, struct device_attribute *attr,
			  char *buf)
{
	return sysfs_emit(buf, "%u\n", to_sim_sf_dev(dev)->sfnum);
}
static DEVICE_ATTR_RO(sfnum);

static struct attribute *sf_dev_attrs[] = {
	&dev_attr_sfnum.attr,
	NULL
};
ATTRIBUTE_GROUPS(sf_dev);

static void sf_dev_release(struct device *dev)
{
	struct sim_sf_dev *sf_dev = to_sim_sf_dev(dev);

	ida_free(&sf_dev_ids, sf_dev->adev.id);
	kfree(sf_dev);
}

struct sim_sf_dev *sim_sf_dev_add(struct device *parent, u32 sfnum,
				  const u8 *mac)
{
	struct sim_sf_dev *sf_dev;
	int id, err;

	id = ida_alloc(&sf_dev_ids, GFP_KERNEL);
	if (id < 0)
		return ERR_PTR(id);
	sf_dev = kzalloc(sizeof(*sf_dev), GFP_KERNEL);
	if (!sf_dev) {
		ida_free(&sf_dev_ids, id);
		return ERR_PTR(-ENOMEM);
	}

	sf_dev->sfnum = sfnum;
	ether_addr_copy(sf_dev->mac, mac);
	sf_dev->adev.id = id;
	sf_dev->adev.name = "sf";
	sf_dev->adev.dev.parent = parent;
	sf_dev->adev.dev.groups = sf_dev_groups;
	sf_dev->adev.dev.release = sf_dev_release;
	err = auxiliary_device_init(&sf_dev->adev);
	if (err) {
		ida_free(&sf_dev_ids, id);
		kfree(sf_dev);
		return ERR_PTR(err);
	}
	/* Not auxiliary_device_add(): the name is to begin with mlx5_core. */
	err = __auxiliary_device_add(&sf_dev->adev, SIM_HOST_DRIVER);
	if (err) {
		auxiliary_device_uninit(&sf_dev->adev);
		return ERR_PTR(err);
	}
	return sf_dev;
}

void sim_sf_dev_del(struct sim_sf_dev *sf_dev)
{
	auxiliary_device_delete(&sf_dev->adev);
	auxiliary_device_uninit(&sf_dev->adev);
}

/* --- driver --- */

static void sf_config(struct device *dev, struct sim_func_config *config)
{
	config->nr_ports = 1;
	config->netdev.dev = dev;
	config->netdev.tx_queues = SF_QUEUES;
	config->netdev.rx_queues = SF_QUEUES;
	ether_addr_copy(config->netdev.mac, to_sim_sf_dev(dev)->mac);
}

static bool sf_roce(struct device *dev)
{
	return true;
}

static const struct sim_func_ops sf_func_ops = {
	.config = sf_config,
	.roce = sf_roce,
};

static int sf_probe(struct auxiliary_device *adev,
		    const struct auxiliary_device_id *id)
{
	struct sim_func *func;

	func = sim_func_create(&adev->dev, &sf_func_ops);
	if (IS_ERR(func))
		return PTR_ERR(func);
	auxiliary_set_drvdata(adev, func);
	return 0;
}

static void sf_remove(struct auxiliary_device *adev)
{
	sim_func_destroy(auxiliary_get_drvdata(adev));
}

static const struct auxiliary_device_id sf_id_table[] = {
	{ .name = SIM_HOST_DRIVER ".sf" },
	{ }
};
MODULE_DEVICE_TABLE(auxiliary, sf_id_table);

static struct auxiliary_driver sf_driver = {
	.name = "sf",
	.probe = sf_probe,
	.remove = sf_remove,
	.id_table = sf_id_table,
};

int sim_sf_driver_init(void)
{
	return __auxiliary_driver_register(&sf_driver, THIS_MODULE,
					   SIM_HOST_DRIVER);
}

void sim_sf_driver_exit(void)
{
	auxiliary_driver_unregister(&sf_driver);
	ida_destroy(&sf_dev_ids);
}
