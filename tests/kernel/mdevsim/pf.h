/* SPDX-License-Identifier: GPL-2.0-only */
/* A PCI parent's devlink instance, its eswitch and its subfunctions. */
#ifndef MDEVSIM_PF_H
#define MDEVSIM_PF_H

#include <linux/auxiliary_bus.h>
#include <linux/pci.h>

#include "func.h"

/**
 * struct sim_pf - private data of a parent's devlink instance
 * @pdev: the PCI function
 * @uplink: the port to the wire, index 0
 * @uplink_registered: whether @uplink is
 * @eswitch_mode: an enum devlink_eswitch_mode
 * @steering: param flow_steering_mode
 * @port_metadata: param esw_port_metadata
 * @enable_sriov: param of the same name, permanent
 * @msix_max: param msix_vec_per_pf_max, permanent
 * @fw_load_policy: param of the same name, permanent
 * @next_port_index: devlink index of the next subfunction's port
 * @sf_lock: protects @sfs, @nr_sfs and the state of each subfunction
 * @sfs: the subfunctions, those still going away too
 * @nr_sfs: how many
 * @sf_gone: woken when one is gone
 * @sf_wq: plays the firmware: does what a subfunction's state asks for
 *
 * What no other lock is named for is guarded by the devlink instance's lock.
 */
struct sim_pf {
	struct pci_dev *pdev;
	struct sim_port uplink;
	bool uplink_registered;
	u16 eswitch_mode;
	char steering[__DEVLINK_PARAM_MAX_STRING_VALUE];
	bool port_metadata;
	bool enable_sriov;
	u32 msix_max;
	u8 fw_load_policy;
	unsigned int next_port_index;
	struct mutex sf_lock;
	struct list_head sfs;
	unsigned int nr_sfs;
	wait_queue_head_t sf_gone;
	struct workqueue_struct *sf_wq;
};

struct sim_pf *sim_pf_create(struct pci_dev *pdev);
void sim_pf_destroy(struct sim_pf *pf);
void sim_pf_switch_id(struct sim_pf *pf, struct netdev_phys_item_id *id);

static inline u16 sim_pf_number(const struct sim_pf *pf)
{
	return PCI_FUNC(pf->pdev->devfn);
}

/**
 * struct sim_sf_dev - the auxiliary device of an active subfunction
 * @adev: the device mlx5_core.sf.<id>
 * @sfnum: the subfunction's number
 * @mac: address of the function when it was activated
 */
struct sim_sf_dev {
	struct auxiliary_device adev;
	u32 sfnum;
	u8 mac[ETH_ALEN];
};

static inline struct sim_sf_dev *to_sim_sf_dev(struct device *dev)
{
	return container_of(to_auxiliary_dev(dev), struct sim_sf_dev, adev);
}

bool sim_sf_any(struct sim_pf *pf);
void sim_sf_delete_all(struct sim_pf *pf);
int sim_sf_port_new(struct devlink *devlink,
		    const struct devlink_port_new_attrs *attrs,
		    struct netlink_ext_ack *extack, unsigned int *index);
int sim_sf_port_del(struct devlink *devlink, unsigned int index,
		    struct netlink_ext_ack *extack);
int sim_sf_hw_addr_get(struct devlink_port *port, u8 *hw_addr, int *len,
		       struct netlink_ext_ack *extack);
int sim_sf_hw_addr_set(struct devlink_port *port, const u8 *hw_addr, int len,
		       struct netlink_ext_ack *extack);
int sim_sf_state_get(struct devlink_port *port,
		     enum devlink_port_fn_state *state,
		     enum devlink_port_fn_opstate *opstate,
		     struct netlink_ext_ack *extack);
int sim_sf_state_set(struct devlink_port *port,
		     enum devlink_port_fn_state state,
		     struct netlink_ext_ack *extack);

struct sim_sf_dev *sim_sf_dev_add(struct device *parent, u32 sfnum,
				  const u8 *mac);
void sim_sf_dev_del(struct sim_sf_dev *sf_dev);

#endif /* MDEVSIM_PF_H */
