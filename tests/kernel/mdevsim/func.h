/* SPDX-License-Identifier: GPL-2.0-only */
/* Netdevs behind devlink ports, and the devlink instance of a sub device. */
#ifndef MDEVSIM_FUNC_H
#define MDEVSIM_FUNC_H

#include <linux/etherdevice.h>
#include <net/devlink.h>

#include "mdevsim.h"

/**
 * struct sim_port - a devlink port and the netdev it may have
 * @dl: the port
 * @netdev: its netdev, or NULL
 */
struct sim_port {
	struct devlink_port dl;
	struct net_device *netdev;
};

/**
 * struct sim_netdev_config - what to give a netdev
 * @dev: the device that it belongs to
 * @tx_queues: number of transmit queues
 * @rx_queues: number of receive queues
 * @mac: its address; a random one where this is zero
 */
struct sim_netdev_config {
	struct device *dev;
	unsigned int tx_queues;
	unsigned int rx_queues;
	u8 mac[ETH_ALEN];
};

int sim_port_open_netdev(struct sim_port *port,
			 const struct sim_netdev_config *config);
void sim_ports_close_netdevs(struct sim_port *ports, unsigned int count);

/**
 * struct sim_func_config - what a sub device is to be brought up with
 * @nr_ports: number of ports
 * @netdev: for the netdev of each port
 */
struct sim_func_config {
	unsigned int nr_ports;
	struct sim_netdev_config netdev;
};

/**
 * struct sim_func_ops - what differs between the kinds of sub device
 * @config: read the configuration; at probe and at each reload
 * @roce: initial value of the devlink param enable_roce
 * @reloaded: enable_roce was taken up by a reload; optional
 */
struct sim_func_ops {
	void (*config)(struct device *dev, struct sim_func_config *config);
	bool (*roce)(struct device *dev);
	void (*reloaded)(struct device *dev, bool roce);
};

struct sim_func;

struct sim_func *sim_func_create(struct device *dev,
				 const struct sim_func_ops *ops);
void sim_func_destroy(struct sim_func *func);

/* Devlink params that parents and sub devices share. */
enum sim_param_id {
	SIM_PARAM_BASE = DEVLINK_PARAM_GENERIC_ID_MAX,
	SIM_PARAM_FLOW_STEERING_MODE,
	SIM_PARAM_RX_USECS,
	SIM_PARAM_ESW_PORT_METADATA,
};

#define SIM_DEFAULT_IO_EQ_SIZE	1024
#define SIM_DEFAULT_MAX_MACS	128

int sim_validate_eq_size(struct devlink *devlink, u32 id,
			 union devlink_param_value val,
			 struct netlink_ext_ack *extack);
int sim_validate_max_macs(struct devlink *devlink, u32 id,
			  union devlink_param_value val,
			  struct netlink_ext_ack *extack);
int sim_validate_steering(struct devlink *devlink, u32 id,
			  union devlink_param_value val,
			  struct netlink_ext_ack *extack);

void sim_driverinit_set_bool(struct devlink *devlink, u32 id, bool value);
void sim_driverinit_set_u32(struct devlink *devlink, u32 id, u32 value);
bool sim_driverinit_bool(struct devlink *devlink, u32 id);

#endif /* MDEVSIM_FUNC_H */
