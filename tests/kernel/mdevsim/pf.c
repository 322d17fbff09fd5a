// SPDX-License-Identifier: GPL-2.0-only
/* A PCI parent's devlink instance: params, reload, eswitch mode, uplink. */

#include <linux/device.h>
#include <linux/pci.h>
#include <linux/string.h>
#include <asm/unaligned.h>

#include "knobs.h"
#include "pf.h"

#define UPLINK_INDEX		0
#define FIRST_SF_PORT_INDEX	32768
#define UPLINK_QUEUES		8

/* --- params --- */

static int pf_param_get(struct devlink *devlink, u32 id,
			struct devlink_param_gset_ctx *ctx)
{
	struct sim_pf *pf = devlink_priv(devlink);

	switch (id) {
	case SIM_PARAM_FLOW_STEERING_MODE:
		strscpy(ctx->val.vstr, pf->steering, sizeof(ctx->val.vstr));
		return 0;
	case SIM_PARAM_ESW_PORT_METADATA:
		ctx->val.vbool = pf->port_metadata;
		return 0;
	case DEVLINK_PARAM_GENERIC_ID_ENABLE_SRIOV:
		ctx->val.vbool = pf->enable_sriov;
		return 0;
	case DEVLINK_PARAM_GENERIC_ID_MSIX_VEC_PER_PF_MAX:
		ctx->val.vu32 = pf->msix_max;
		return 0;
	case DEVLINK_PARAM_GENERIC_ID_FW_LOAD_POLICY:
		ctx->val.vu8 = pf->fw_load_policy;
		return 0;
	default:
		return -EOPNOTSUPP;
	}
}

static int pf_param_set(struct devlink *devlink, u32 id,
			struct devlink_param_gset_ctx *ctx)
{
	struct sim_pf *pf = devlink_priv(devlink);

	/* The device has stored it, and works as before until it starts anew. */
	if (ctx->cmode == DEVLINK_PARAM_CMODE_PERMANENT &&
	    sim_permanent() == SIM_PERMANENT_BOOT)
		return 0;

	switch (id) {
	case SIM_PARAM_FLOW_STEERING_MODE:
		strscpy(pf->steering, ctx->val.vstr, sizeof(pf->steering));
		return 0;
	case SIM_PARAM_ESW_PORT_METADATA:
		pf->port_metadata = ctx->val.vbool;
		return 0;
	case DEVLINK_PARAM_GENERIC_ID_ENABLE_SRIOV:
		pf->enable_sriov = ctx->val.vbool;
		return 0;
	case DEVLINK_PARAM_GENERIC_ID_MSIX_VEC_PER_PF_MAX:
		pf->msix_max = ctx->val.vu32;
		return 0;
	case DEVLINK_PARAM_GENERIC_ID_FW_LOAD_POLICY:
		pf->fw_load_policy = ctx->val.vu8;
		return 0;
	default:
		return -EOPNOTSUPP;
	}
}

static bool pf_is_switchdev(const struct sim_pf *pf)
{
	return pf->eswitch_mode == DEVLINK_ESWITCH_MODE_SWITCHDEV;
}

static int pf_validate_steering(struct devlink *devlink, u32 id,
				union devlink_param_value val,
				struct netlink_ext_ack *extack)
{
	if (pf_is_switchdev(devlink_priv(devlink))) {
		NL_SET_ERR_MSG_MOD(extack, "Flow steering is fixed while the eswitch is in switchdev mode");
		return -EOPNOTSUPP;
	}
	return sim_validate_steering(devlink, id, val, extack);
}

static int pf_validate_metadata(struct devlink *devlink, u32 id,
				union devlink_param_value val,
				struct netlink_ext_ack *extack)
{
	if (pf_is_switchdev(devlink_priv(devlink))) {
		NL_SET_ERR_MSG_MOD(extack, "Port metadata changes only while the eswitch is in legacy mode");
		return -EBUSY;
	}
	return 0;
}

static int pf_validate_msix(struct devlink *devlink, u32 id,
			    union devlink_param_value val,
			    struct netlink_ext_ack *extack)
{
	if (val.vu32 && val.vu32 <= 1024)
		return 0;
	NL_SET_ERR_MSG_MOD(extack, "A function has 1 to 1024 MSI-X vectors");
	return -EINVAL;
}

#define DRIVERINIT BIT(DEVLINK_PARAM_CMODE_DRIVERINIT)
#define RUNTIME BIT(DEVLINK_PARAM_CMODE_RUNTIME)
#define PERMANENT BIT(DEVLINK_PARAM_CMODE_PERMANENT)

static const struct devlink_param pf_params[] = {
	DEVLINK_PARAM_GENERIC(ENABLE_ETH, DRIVERINIT, NULL, NULL, NULL),
	DEVLINK_PARAM_GENERIC(ENABLE_RDMA, DRIVERINIT, NULL, NULL, NULL),
	DEVLINK_PARAM_GENERIC(ENABLE_ROCE, DRIVERINIT, NULL, NULL, NULL),
	DEVLINK_PARAM_GENERIC(ENABLE_VNET, DRIVERINIT, NULL, NULL, NULL),
	DEVLINK_PARAM_GENERIC(IO_EQ_SIZE, DRIVERINIT, NULL, NULL,
			      sim_validate_eq_size),
	DEVLINK_PARAM_GENERIC(EVENT_EQ_SIZE, DRIVERINIT, NULL, NULL,
			      sim_validate_eq_size),
	DEVLINK_PARAM_GENERIC(MAX_MACS, DRIVERINIT, NULL, NULL,
			      sim_validate_max_macs),
	DEVLINK_PARAM_DRIVER(SIM_PARAM_FLOW_STEERING_MODE, "flow_steering_mode",
			     DEVLINK_PARAM_TYPE_STRING, RUNTIME,
			     pf_param_get, pf_param_set, pf_validate_steering),
	DEVLINK_PARAM_DRIVER(SIM_PARAM_ESW_PORT_METADATA, "esw_port_metadata",
			     DEVLINK_PARAM_TYPE_BOOL, RUNTIME,
			     pf_param_get, pf_param_set, pf_validate_metadata),
	DEVLINK_PARAM_GENERIC(ENABLE_SRIOV, PERMANENT, pf_param_get,
			      pf_param_set, NULL),
	DEVLINK_PARAM_GENERIC(MSIX_VEC_PER_PF_MAX, PERMANENT, pf_param_get,
			      pf_param_set, pf_validate_msix),
	DEVLINK_PARAM_GENERIC(FW_LOAD_POLICY, PERMANENT, pf_param_get,
			      pf_param_set, NULL),
};

static void pf_params_init(struct devlink *devlink, struct sim_pf *pf)
{
	strscpy(pf->steering, "dmfs", sizeof(pf->steering));
	pf->port_metadata = true;
	pf->enable_sriov = true;
	pf->msix_max = 64;
	sim_driverinit_set_bool(devlink, DEVLINK_PARAM_GENERIC_ID_ENABLE_ETH,
				true);
	sim_driverinit_set_bool(devlink, DEVLINK_PARAM_GENERIC_ID_ENABLE_RDMA,
				true);
	sim_driverinit_set_bool(devlink, DEVLINK_PARAM_GENERIC_ID_ENABLE_ROCE,
				true);
	sim_driverinit_set_bool(devlink, DEVLINK_PARAM_GENERIC_ID_ENABLE_VNET,
				true);
	sim_driverinit_set_u32(devlink, DEVLINK_PARAM_GENERIC_ID_IO_EQ_SIZE,
			       SIM_DEFAULT_IO_EQ_SIZE);
	sim_driverinit_set_u32(devlink, DEVLINK_PARAM_GENERIC_ID_EVENT_EQ_SIZE,
			       SIM_DEFAULT_IO_EQ_SIZE);
	sim_driverinit_set_u32(devlink, DEVLINK_PARAM_GENERIC_ID_MAX_MACS,
			       SIM_DEFAULT_MAX_MACS);
}

/* --- uplink --- */

/* All ports of one eswitch show the same identifier: here the PCI address. */
void sim_pf_switch_id(struct sim_pf *pf, struct netdev_phys_item_id *id)
{
	struct pci_dev *pdev = pf->pdev;

	id->id_len = 8;
	put_unaligned_be32(PCI_VENDOR_ID_REDHAT, id->id);
	put_unaligned_be16(pci_domain_nr(pdev->bus), id->id + 4);
	put_unaligned_be16(pci_dev_id(pdev), id->id + 6);
}

static int pf_up(struct devlink *devlink, struct sim_pf *pf)
{
	struct sim_netdev_config config = {
		.dev = &pf->pdev->dev,
		.tx_queues = UPLINK_QUEUES,
		.rx_queues = UPLINK_QUEUES,
	};
	struct devlink_port_attrs attrs = {
		.flavour = DEVLINK_PORT_FLAVOUR_PHYSICAL,
		.phys.port_number = sim_pf_number(pf),
	};
	int err;

	pf->eswitch_mode = DEVLINK_ESWITCH_MODE_LEGACY;
	memset(&pf->uplink, 0, sizeof(pf->uplink));
	sim_pf_switch_id(pf, &attrs.switch_id);
	devlink_port_attrs_set(&pf->uplink.dl, &attrs);
	err = devl_port_register(devlink, &pf->uplink.dl, UPLINK_INDEX);
	if (err)
		return err;
	if (sim_driverinit_bool(devlink, DEVLINK_PARAM_GENERIC_ID_ENABLE_ETH)) {
		err = sim_port_open_netdev(&pf->uplink, &config);
		if (err) {
			devl_port_unregister(&pf->uplink.dl);
			return err;
		}
	}
	pf->uplink_registered = true;
	return 0;
}

static void pf_down(struct sim_pf *pf)
{
	if (!pf->uplink_registered)
		return;
	sim_ports_close_netdevs(&pf->uplink, 1);
	devl_port_unregister(&pf->uplink.dl);
	pf->uplink_registered = false;
}

/* --- operations --- */

static int pf_reload_down(struct devlink *devlink, bool netns_change,
			  enum devlink_reload_action action,
			  enum devlink_reload_limit limit,
			  struct netlink_ext_ack *extack)
{
	struct sim_pf *pf = devlink_priv(devlink);

	if (sim_sf_any(pf)) {
		NL_SET_ERR_MSG_MOD(extack, "No reload while there are subfunctions");
		return -EOPNOTSUPP;
	}
	sim_delay(SIM_DELAY_RELOAD);
	pf_down(pf);
	return 0;
}

static int pf_reload_up(struct devlink *devlink,
			enum devlink_reload_action action,
			enum devlink_reload_limit limit,
			u32 *actions_performed, struct netlink_ext_ack *extack)
{
	/* New firmware needs the driver to start anew; not the reverse. */
	*actions_performed = BIT(DEVLINK_RELOAD_ACTION_DRIVER_REINIT);
	if (action == DEVLINK_RELOAD_ACTION_FW_ACTIVATE)
		*actions_performed |= BIT(action);
	return pf_up(devlink, devlink_priv(devlink));
}

static int pf_eswitch_mode_get(struct devlink *devlink, u16 *mode)
{
	struct sim_pf *pf = devlink_priv(devlink);

	*mode = pf->eswitch_mode;
	return 0;
}

static int pf_eswitch_mode_set(struct devlink *devlink, u16 mode,
			       struct netlink_ext_ack *extack)
{
	struct sim_pf *pf = devlink_priv(devlink);

	if (mode != DEVLINK_ESWITCH_MODE_LEGACY &&
	    mode != DEVLINK_ESWITCH_MODE_SWITCHDEV)
		return -EINVAL;
	if (mode == pf->eswitch_mode)
		return 0;
	if (sim_eswitch_busy()) {
		NL_SET_ERR_MSG_MOD(extack, "The eswitch is busy, its mode stays");
		return -EBUSY;
	}

	sim_delay(SIM_DELAY_ESWITCH);
	if (mode == DEVLINK_ESWITCH_MODE_LEGACY)
		sim_sf_delete_all(pf);
	pf->eswitch_mode = mode;
	return 0;
}

static int pf_info_get(struct devlink *devlink, struct devlink_info_req *req,
		       struct netlink_ext_ack *extack)
{
	struct sim_pf *pf = devlink_priv(devlink);
	int err;

	err = devlink_info_driver_name_put(req, SIM_HOST_DRIVER);
	if (err)
		return err;
	err = devlink_info_serial_number_put(req, pci_name(pf->pdev));
	if (err)
		return err;
	return devlink_info_version_running_put(req,
						DEVLINK_INFO_VERSION_GENERIC_FW,
						"1.0.0");
}

static const struct devlink_ops pf_devlink_ops = {
	.reload_actions = BIT(DEVLINK_RELOAD_ACTION_DRIVER_REINIT) |
			  BIT(DEVLINK_RELOAD_ACTION_FW_ACTIVATE),
	.reload_down = pf_reload_down,
	.reload_up = pf_reload_up,
	.eswitch_mode_get = pf_eswitch_mode_get,
	.eswitch_mode_set = pf_eswitch_mode_set,
	.info_get = pf_info_get,
	.port_new = sim_sf_port_new,
	.port_del = sim_sf_port_del,
	.port_function_hw_addr_get = sim_sf_hw_addr_get,
	.port_function_hw_addr_set = sim_sf_hw_addr_set,
	.port_fn_state_get = sim_sf_state_get,
	.port_fn_state_set = sim_sf_state_set,
};

struct sim_pf *sim_pf_create(struct pci_dev *pdev)
{
	struct devlink *devlink;
	struct sim_pf *pf;
	int err;

	devlink = devlink_alloc(&pf_devlink_ops, sizeof(*pf), &pdev->dev);
	if (!devlink)
		return ERR_PTR(-ENOMEM);
	pf = devlink_priv(devlink);
	pf->pdev = pdev;
	pf->next_port_index = FIRST_SF_PORT_INDEX;
	mutex_init(&pf->sf_lock);
	INIT_LIST_HEAD(&pf->sfs);
	init_waitqueue_head(&pf->sf_gone);
	pf->sf_wq = alloc_workqueue("mdevsim_sf_%s", WQ_UNBOUND, 0,
				    pci_name(pdev));
	if (!pf->sf_wq) {
		err = -ENOMEM;
		goto err_free;
	}

	err = devlink_params_register(devlink, pf_params,
				      ARRAY_SIZE(pf_params));
	if (err)
		goto err_wq;
	pf_params_init(devlink, pf);
	devlink_set_features(devlink, DEVLINK_F_RELOAD);

	devl_lock(devlink);
	err = pf_up(devlink, pf);
	devl_unlock(devlink);
	if (err)
		goto err_params;
	devlink_register(devlink);
	return pf;

err_params:
	devlink_params_unregister(devlink, pf_params, ARRAY_SIZE(pf_params));
err_wq:
	destroy_workqueue(pf->sf_wq);
err_free:
	mutex_destroy(&pf->sf_lock);
	devlink_free(devlink);
	return ERR_PTR(err);
}

void sim_pf_destroy(struct sim_pf *pf)
{
	struct devlink *devlink = priv_to_devlink(pf);

	devlink_unregister(devlink);
	devl_lock(devlink);
	sim_sf_delete_all(pf);
	pf_down(pf);
	devl_unlock(devlink);
	destroy_workqueue(pf->sf_wq);
	devlink_params_unregister(devlink, pf_params, ARRAY_SIZE(pf_params));
	mutex_destroy(&pf->sf_lock);
	devlink_free(devlink);
}
