// SPDX-License-Identifier: GPL-2.0-only
/*
 * mdevsim - mediated devices and subfunctions without the hardware
 *
 * Stands in for mdev.ko and mlx5_core.ko: it owns the bus "mdev" and the class
 * "mdev_bus", so neither of the two may be loaded with it.
 */

#include <linux/module.h>

#include "mdevsim.h"

static int __init mdevsim_init(void)
{
	int err;

	err = sim_bus_init();
	if (err)
		return err;
	err = sim_sf_driver_init();
	if (err)
		goto err_bus;
	err = sim_soft_init();
	if (err)
		goto err_sf_driver;
	err = sim_pci_init();
	if (err)
		goto err_soft;
	return 0;

err_soft:
	sim_soft_exit();
err_sf_driver:
	sim_sf_driver_exit();
err_bus:
	sim_mdev_wait_for_release();
	sim_bus_exit();
	return err;
}

static void __exit mdevsim_exit(void)
{
	sim_pci_exit();
	sim_soft_exit();
	sim_sf_driver_exit();
	sim_mdev_wait_for_release();
	sim_bus_exit();
}

module_init(mdevsim_init);
module_exit(mdevsim_exit);

MODULE_DESCRIPTION("Simulated mediated devices and devlink subfunctions");
MODULE_AUTHOR("The MdevDesired authors");
MODULE_LICENSE("GPL");
