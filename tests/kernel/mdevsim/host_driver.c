// SPDX-License-Identifier: GPL-2.0-only
/* The driver mlx5_core of the bus mdev: a sub device used by the host itself. */

#include <linux/device.h>
#include <linux/module.h>

#include "func.h"
#include "mdevsim.h"

static void host_config(struct device *dev, struct sim_func_config *config)
{
	struct sim_mdev *mdev = to_sim_mdev(dev);

	mutex_lock(&mdev->lock);
	config->nr_ports = mdev->num_ports;
	config->netdev.tx_queues = mdev->max_tx_queues;
	config->netdev.rx_queues = mdev->max_rq;
	mutex_unlock(&mdev->lock);
	config->netdev.dev = dev;
}

static bool host_roce(struct device *dev)
{
	return READ_ONCE(to_sim_mdev(dev)->enable_roce);
}

/* One setting with two faces: the creation param follows the devlink param. */
static void host_reloaded(struct device *dev, bool roce)
{
	struct sim_mdev *mdev = to_sim_mdev(dev);

	mutex_lock(&mdev->lock);
	mdev->enable_roce = roce;
	mutex_unlock(&mdev->lock);
}

static const struct sim_func_ops host_func_ops = {
	.config = host_config,
	.roce = host_roce,
	.reloaded = host_reloaded,
};

static int host_probe(struct sim_mdev *mdev)
{
	struct sim_func *func;

	func = sim_func_create(&mdev->dev, &host_func_ops);
	if (IS_ERR(func))
		return PTR_ERR(func);
	dev_set_drvdata(&mdev->dev, func);
	return 0;
}

static void host_remove(struct sim_mdev *mdev)
{
	sim_func_destroy(dev_get_drvdata(&mdev->dev));
}

struct sim_driver sim_host_driver = {
	.driver = {
		.name = SIM_HOST_DRIVER,
		.owner = THIS_MODULE,
		.bus = &sim_mdev_bus,
	},
	.probe = host_probe,
	.remove = host_remove,
};
