// SPDX-License-Identifier: GPL-2.0-only
/*
 * The devlink instance of a sub device, whether that is an mdev bound to
 * mlx5_core or the auxiliary device of a subfunction: ports with netdevs,
 * params, reload.
 *
 * Everything in struct sim_func is guarded by the devlink instance's lock.
 */

#include <linux/device.h>
#include <linux/log2.h>
#include <linux/string.h>

#include "func.h"
#include "knobs.h"

/**
 * struct sim_func - private data of the devlink instance
 * @dev: the sub device
 * @ops: what its kind does its own way
 * @nr_ports: ports that are registered
 * @ports: the ports
 * @port_types: what the user set, across reloads
 * @netdev: what the netdevs were made with
 * @has_eth: enable_eth, as taken up
 * @steering: param flow_steering_mode
 * @rx_usecs: param rx_coalesce_usecs
 */
struct sim_func {
	struct device *dev;
	const struct sim_func_ops *ops;
	unsigned int nr_ports;
	struct sim_port ports[SIM_MAX_PORTS];
	enum devlink_port_type port_types[SIM_MAX_PORTS];
	struct sim_netdev_config netdev;
	bool has_eth;
	char steering[__DEVLINK_PARAM_MAX_STRING_VALUE];
	u16 rx_usecs;
};

/* --- params --- */

int sim_validate_eq_size(struct devlink *devlink, u32 id,
			 union devlink_param_value val,
			 struct netlink_ext_ack *extack)
{
	if (val.vu32 >= 64 && val.vu32 <= 4096)
		return 0;
	NL_SET_ERR_MSG_MOD(extack, "An event queue has 64 to 4096 entries");
	return -EINVAL;
}

int sim_validate_max_macs(struct devlink *devlink, u32 id,
			  union devlink_param_value val,
			  struct netlink_ext_ack *extack)
{
	if (is_power_of_2(val.vu32) && val.vu32 <= 1024)
		return 0;
	NL_SET_ERR_MSG_MOD(extack, "max_macs takes a power of two up to 1024");
	return -EINVAL;
}

int sim_validate_steering(struct devlink *devlink, u32 id,
			  union devlink_param_value val,
			  struct netlink_ext_ack *extack)
{
	if (!strcmp(val.vstr, "dmfs") || !strcmp(val.vstr, "smfs"))
		return 0;
	NL_SET_ERR_MSG_MOD(extack, "Flow steering is done by dmfs or smfs");
	return -EINVAL;
}

void sim_driverinit_set_bool(struct devlink *devlink, u32 id, bool value)
{
	union devlink_param_value val = { .vbool = value };

	devlink_param_driverinit_value_set(devlink, id, val);
}

void sim_driverinit_set_u32(struct devlink *devlink, u32 id, u32 value)
{
	union devlink_param_value val = { .vu32 = value };

	devlink_param_driverinit_value_set(devlink, id, val);
}

bool sim_driverinit_bool(struct devlink *devlink, u32 id)
{
	union devlink_param_value val;

	return !devlink_param_driverinit_value_get(devlink, id, &val) &&
	       val.vbool;
}

static int func_param_get(struct devlink *devlink, u32 id,
			  struct devlink_param_gset_ctx *ctx)
{
	struct sim_func *func = devlink_priv(devlink);

	if (id == SIM_PARAM_FLOW_STEERING_MODE)
		strscpy(ctx->val.vstr, func->steering, sizeof(ctx->val.vstr));
	else
		ctx->val.vu16 = func->rx_usecs;
	return 0;
}

static int func_param_set(struct devlink *devlink, u32 id,
			  struct devlink_param_gset_ctx *ctx)
{
	struct sim_func *func = devlink_priv(devlink);

	if (id == SIM_PARAM_FLOW_STEERING_MODE)
		strscpy(func->steering, ctx->val.vstr, sizeof(func->steering));
	else
		func->rx_usecs = ctx->val.vu16;
	return 0;
}

#define DRIVERINIT BIT(DEVLINK_PARAM_CMODE_DRIVERINIT)
#define RUNTIME BIT(DEVLINK_PARAM_CMODE_RUNTIME)

static const struct devlink_param func_params[] = {
	DEVLINK_PARAM_GENERIC(ENABLE_ETH, DRIVERINIT, NULL, NULL, NULL),
	DEVLINK_PARAM_GENERIC(ENABLE_RDMA, DRIVERINIT, NULL, NULL, NULL),
	DEVLINK_PARAM_GENERIC(ENABLE_ROCE, DRIVERINIT, NULL, NULL, NULL),
	DEVLINK_PARAM_GENERIC(ENABLE_VNET, DRIVERINIT, NULL, NULL, NULL),
	DEVLINK_PARAM_GENERIC(IO_EQ_SIZE, DRIVERINIT, NULL, NULL,
			      sim_validate_eq_size),
	DEVLINK_PARAM_GENERIC(MAX_MACS, DRIVERINIT, NULL, NULL,
			      sim_validate_max_macs),
	DEVLINK_PARAM_DRIVER(SIM_PARAM_FLOW_STEERING_MODE, "flow_steering_mode",
			     DEVLINK_PARAM_TYPE_STRING, RUNTIME,
			     func_param_get, func_param_set,
			     sim_validate_steering),
	DEVLINK_PARAM_DRIVER(SIM_PARAM_RX_USECS, "rx_coalesce_usecs",
			     DEVLINK_PARAM_TYPE_U16, RUNTIME,
			     func_param_get, func_param_set, NULL),
};

static void func_params_init(struct devlink *devlink, struct sim_func *func)
{
	strscpy(func->steering, "dmfs", sizeof(func->steering));
	func->rx_usecs = 8;
	sim_driverinit_set_bool(devlink, DEVLINK_PARAM_GENERIC_ID_ENABLE_ETH,
				true);
	sim_driverinit_set_bool(devlink, DEVLINK_PARAM_GENERIC_ID_ENABLE_RDMA,
				true);
	sim_driverinit_set_bool(devlink, DEVLINK_PARAM_GENERIC_ID_ENABLE_ROCE,
				func->ops->roce(func->dev));
	sim_driverinit_set_bool(devlink, DEVLINK_PARAM_GENERIC_ID_ENABLE_VNET,
				true);
	sim_driverinit_set_u32(devlink, DEVLINK_PARAM_GENERIC_ID_IO_EQ_SIZE,
			       SIM_DEFAULT_IO_EQ_SIZE);
	sim_driverinit_set_u32(devlink, DEVLINK_PARAM_GENERIC_ID_MAX_MACS,
			       SIM_DEFAULT_MAX_MACS);
}

/* --- ports --- */

/* An InfiniBand port has no RDMA device here: only the port's type shows it. */
static int func_port_enable(struct sim_func *func, struct sim_port *port)
{
	if (func->port_types[port->dl.index] == DEVLINK_PORT_TYPE_IB) {
		devlink_port_type_ib_set(&port->dl, NULL);
		return 0;
	}
	if (!func->has_eth)
		return 0;
	return sim_port_open_netdev(port, &func->netdev);
}

static int func_port_add(struct devlink *devlink, struct sim_func *func,
			 unsigned int index)
{
	struct devlink_port_attrs attrs = {
		.flavour = DEVLINK_PORT_FLAVOUR_VIRTUAL,
	};
	struct sim_port *port = &func->ports[index];
	int err;

	memset(port, 0, sizeof(*port));
	devlink_port_attrs_set(&port->dl, &attrs);
	err = devl_port_register(devlink, &port->dl, index);
	if (err)
		return err;
	err = func_port_enable(func, port);
	if (err)
		devl_port_unregister(&port->dl);
	return err;
}

static void func_down(struct sim_func *func)
{
	sim_ports_close_netdevs(func->ports, func->nr_ports);
	while (func->nr_ports)
		devl_port_unregister(&func->ports[--func->nr_ports].dl);
}

static int func_up(struct devlink *devlink, struct sim_func *func)
{
	struct sim_func_config config = {};
	int err;

	func->ops->config(func->dev, &config);
	func->netdev = config.netdev;
	func->has_eth = sim_driverinit_bool(devlink,
					    DEVLINK_PARAM_GENERIC_ID_ENABLE_ETH);
	while (func->nr_ports < config.nr_ports) {
		err = func_port_add(devlink, func, func->nr_ports);
		if (err) {
			func_down(func);
			return err;
		}
		func->nr_ports++;
	}
	return 0;
}

static int func_port_type_set(struct devlink_port *dl_port,
			      enum devlink_port_type type)
{
	struct sim_func *func = devlink_priv(dl_port->devlink);
	struct sim_port *port = container_of(dl_port, struct sim_port, dl);

	if (type != DEVLINK_PORT_TYPE_ETH && type != DEVLINK_PORT_TYPE_IB)
		return -EOPNOTSUPP;

	if (port->netdev)
		sim_ports_close_netdevs(port, 1);
	else
		devlink_port_type_clear(dl_port);
	func->port_types[dl_port->index] = type;
	return func_port_enable(func, port);
}

/* --- reload and info --- */

static int func_reload_down(struct devlink *devlink, bool netns_change,
			    enum devlink_reload_action action,
			    enum devlink_reload_limit limit,
			    struct netlink_ext_ack *extack)
{
	sim_delay(SIM_DELAY_RELOAD);
	func_down(devlink_priv(devlink));
	return 0;
}

static int func_reload_up(struct devlink *devlink,
			  enum devlink_reload_action action,
			  enum devlink_reload_limit limit,
			  u32 *actions_performed,
			  struct netlink_ext_ack *extack)
{
	struct sim_func *func = devlink_priv(devlink);
	bool roce;
	int err;

	err = func_up(devlink, func);
	if (err)
		return err;
	roce = sim_driverinit_bool(devlink,
				   DEVLINK_PARAM_GENERIC_ID_ENABLE_ROCE);
	if (func->ops->reloaded)
		func->ops->reloaded(func->dev, roce);
	*actions_performed = BIT(DEVLINK_RELOAD_ACTION_DRIVER_REINIT);
	return 0;
}

static int func_info_get(struct devlink *devlink, struct devlink_info_req *req,
			 struct netlink_ext_ack *extack)
{
	return devlink_info_driver_name_put(req, SIM_HOST_DRIVER);
}

static const struct devlink_ops func_devlink_ops = {
	.reload_actions = BIT(DEVLINK_RELOAD_ACTION_DRIVER_REINIT),
	.reload_down = func_reload_down,
	.reload_up = func_reload_up,
	.port_type_set = func_port_type_set,
	.info_get = func_info_get,
};

/**
 * sim_func_create - bring a sub device up on the host
 * @dev: the sub device
 * @ops: what its kind does its own way
 *
 * Return: the function, or an error pointer.
 */
struct sim_func *sim_func_create(struct device *dev,
				 const struct sim_func_ops *ops)
{
	struct devlink *devlink;
	struct sim_func *func;
	int err;

	devlink = devlink_alloc(&func_devlink_ops, sizeof(*func), dev);
	if (!devlink)
		return ERR_PTR(-ENOMEM);
	func = devlink_priv(devlink);
	func->dev = dev;
	func->ops = ops;

	err = devlink_params_register(devlink, func_params,
				      ARRAY_SIZE(func_params));
	if (err)
		goto err_free;
	func_params_init(devlink, func);
	devlink_set_features(devlink, DEVLINK_F_RELOAD);

	devl_lock(devlink);
	err = func_up(devlink, func);
	devl_unlock(devlink);
	if (err)
		goto err_params;
	devlink_register(devlink);
	return func;

err_params:
	devlink_params_unregister(devlink, func_params,
				  ARRAY_SIZE(func_params));
err_free:
	devlink_free(devlink);
	return ERR_PTR(err);
}

void sim_func_destroy(struct sim_func *func)
{
	struct devlink *devlink = priv_to_devlink(func);

	devlink_unregister(devlink);
	devl_lock(devlink);
	func_down(func);
	devl_unlock(devlink);
	devlink_params_unregister(devlink, func_params,
				  ARRAY_SIZE(func_params));
	devlink_free(devlink);
}
