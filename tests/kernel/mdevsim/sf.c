// SPDX-License-Identifier: GPL-2.0-only
/*
 * Subfunctions: devlink ports that are added, configured and activated.
 *
 * The user sets an admin state, and the work queue in the role of the firmware
 * follows it: it adds or deletes the auxiliary device and moves the operational
 * state, without telling anyone. Only the work item moves a subfunction out of
 * the states that it is in charge of, and only the work item frees it:
 *
 *	ALLOCATED --set active--> ACTIVE --work--> ATTACHED
 *	ACTIVE or ATTACHED --set inactive--> TEARDOWN --work--> ALLOCATED
 *
 * Lock order: devlink instance of the parent, then sf_lock. The work item takes
 * the former never, so that whoever holds it may wait for the work item.
 */

#include <linux/device.h>
#include <linux/slab.h>
#include <linux/workqueue.h>

#include "knobs.h"
#include "pf.h"

#define REPRESENTOR_QUEUES 1

enum sf_state {
	SF_ALLOCATED,
	SF_ACTIVE,
	SF_ATTACHED,
	SF_TEARDOWN,
};

/**
 * struct sim_sf - a subfunction
 * @pf: its parent
 * @rep: its port on the parent's eswitch, with the representor
 * @entry: member of the parent's list
 * @sfnum: the number that the user chose
 * @mac: address of the function; under sf_lock
 * @state: under sf_lock
 * @dying: its port is gone; under sf_lock
 * @sf_dev: its auxiliary device; only the work item touches it
 * @work: brings the hardware where @state wants it
 */
struct sim_sf {
	struct sim_pf *pf;
	struct sim_port rep;
	struct list_head entry;
	u32 sfnum;
	u8 mac[ETH_ALEN];
	enum sf_state state;
	bool dying;
	struct sim_sf_dev *sf_dev;
	struct delayed_work work;
};

static struct sim_sf *port_to_sf(struct devlink_port *port)
{
	if (port->attrs.flavour != DEVLINK_PORT_FLAVOUR_PCI_SF)
		return NULL;
	return container_of(port, struct sim_sf, rep.dl);
}

static struct sim_sf *sf_by_number(struct sim_pf *pf, u32 sfnum)
{
	struct sim_sf *sf;

	list_for_each_entry(sf, &pf->sfs, entry)
		if (sf->sfnum == sfnum)
			return sf;
	return NULL;
}

static struct sim_sf *sf_by_index(struct sim_pf *pf, unsigned int index)
{
	struct sim_sf *sf;

	list_for_each_entry(sf, &pf->sfs, entry)
		if (!sf->dying && sf->rep.dl.index == index)
			return sf;
	return NULL;
}

/* --- the firmware's part --- */

/* Called, and returns, with sf_lock held; drops it in between. */
static void sf_attach(struct sim_sf *sf)
{
	struct sim_pf *pf = sf->pf;
	struct sim_sf_dev *sf_dev;
	u8 mac[ETH_ALEN];

	ether_addr_copy(mac, sf->mac);
	mutex_unlock(&pf->sf_lock);
	sf_dev = sim_sf_dev_add(&pf->pdev->dev, sf->sfnum, mac);
	if (!IS_ERR(sf_dev)) {
		sf->sf_dev = sf_dev;
		sim_delay(SIM_DELAY_ATTACH);
	}
	mutex_lock(&pf->sf_lock);
	if (IS_ERR(sf_dev))
		dev_err(&pf->pdev->dev, "no auxiliary device for sfnum %u: %ld\n",
			sf->sfnum, PTR_ERR(sf_dev));
	else if (sf->state == SF_ACTIVE)
		sf->state = SF_ATTACHED;
}

/* Called, and returns, with sf_lock held; drops it in between. */
static void sf_detach(struct sim_sf *sf)
{
	struct sim_pf *pf = sf->pf;

	mutex_unlock(&pf->sf_lock);
	if (sf->sf_dev) {
		sim_delay(SIM_DELAY_REMOVE);
		sim_sf_dev_del(sf->sf_dev);
		sf->sf_dev = NULL;
	}
	mutex_lock(&pf->sf_lock);
	sf->state = SF_ALLOCATED;
}

static void sf_work(struct work_struct *work)
{
	struct sim_sf *sf = container_of(to_delayed_work(work), struct sim_sf,
					 work);
	struct sim_pf *pf = sf->pf;
	bool gone;

	mutex_lock(&pf->sf_lock);
	if (sf->state == SF_ACTIVE && !sf->sf_dev)
		sf_attach(sf);
	if (sf->state == SF_TEARDOWN)
		sf_detach(sf);

	gone = sf->dying && sf->state == SF_ALLOCATED;
	if (gone) {
		/* Queued again while it ran, for what it has done by now. */
		cancel_delayed_work(&sf->work);
		list_del(&sf->entry);
		pf->nr_sfs--;
		wake_up_all(&pf->sf_gone);
	}
	mutex_unlock(&pf->sf_lock);
	if (gone)
		kfree(sf);
}

/* Called with sf_lock held, so that sf_work() sees what it is queued for. */
static void sf_kick(struct sim_sf *sf, unsigned int delay_ms)
{
	mod_delayed_work(sf->pf->sf_wq, &sf->work, msecs_to_jiffies(delay_ms));
}

/* --- port add and delete; the parent's devlink instance is locked --- */

static int sf_check_attrs(struct sim_pf *pf,
			  const struct devlink_port_new_attrs *attrs,
			  struct netlink_ext_ack *extack)
{
	if (attrs->flavour != DEVLINK_PORT_FLAVOUR_PCI_SF) {
		NL_SET_ERR_MSG_MOD(extack, "Only ports of flavour pcisf can be added");
		return -EOPNOTSUPP;
	}
	if (attrs->port_index_valid) {
		NL_SET_ERR_MSG_MOD(extack, "The port index is the driver's choice");
		return -EOPNOTSUPP;
	}
	if (!attrs->sfnum_valid) {
		NL_SET_ERR_MSG_MOD(extack, "A subfunction needs an sfnum, the driver assigns none");
		return -EOPNOTSUPP;
	}
	if (attrs->controller_valid && attrs->controller) {
		NL_SET_ERR_MSG_MOD(extack, "There is no external controller");
		return -EOPNOTSUPP;
	}
	if (attrs->pfnum != sim_pf_number(pf)) {
		NL_SET_ERR_MSG_MOD(extack, "This pfnum belongs to another PCI function");
		return -EOPNOTSUPP;
	}
	if (pf->eswitch_mode != DEVLINK_ESWITCH_MODE_SWITCHDEV) {
		NL_SET_ERR_MSG_MOD(extack, "Subfunctions need the eswitch in switchdev mode");
		return -EOPNOTSUPP;
	}
	return 0;
}

static int sf_enter(struct sim_sf *sf, struct netlink_ext_ack *extack)
{
	struct sim_pf *pf = sf->pf;
	int err = 0;

	mutex_lock(&pf->sf_lock);
	if (sf_by_number(pf, sf->sfnum)) {
		NL_SET_ERR_MSG_MOD(extack, "This sfnum is in use");
		err = -EEXIST;
	} else if (pf->nr_sfs >= sim_max_sfs) {
		NL_SET_ERR_MSG_MOD(extack, "No subfunction is left");
		err = -ENOSPC;
	} else {
		list_add_tail(&sf->entry, &pf->sfs);
		pf->nr_sfs++;
	}
	mutex_unlock(&pf->sf_lock);
	return err;
}

static void sf_leave(struct sim_sf *sf)
{
	struct sim_pf *pf = sf->pf;

	mutex_lock(&pf->sf_lock);
	list_del(&sf->entry);
	pf->nr_sfs--;
	mutex_unlock(&pf->sf_lock);
}

static int sf_add_port(struct devlink *devlink, struct sim_sf *sf)
{
	struct sim_netdev_config config = {
		.dev = &sf->pf->pdev->dev,
		.tx_queues = REPRESENTOR_QUEUES,
		.rx_queues = REPRESENTOR_QUEUES,
	};
	struct devlink_port *port = &sf->rep.dl;
	int err;

	sim_pf_switch_id(sf->pf, &port->attrs.switch_id);
	devlink_port_attrs_pci_sf_set(port, 0, sim_pf_number(sf->pf), sf->sfnum,
				      false);
	err = devl_port_register(devlink, port, sf->pf->next_port_index);
	if (err)
		return err;
	err = sim_port_open_netdev(&sf->rep, &config);
	if (err) {
		devl_port_unregister(port);
		return err;
	}
	sf->pf->next_port_index++;
	return 0;
}

int sim_sf_port_new(struct devlink *devlink,
		    const struct devlink_port_new_attrs *attrs,
		    struct netlink_ext_ack *extack, unsigned int *index)
{
	struct sim_pf *pf = devlink_priv(devlink);
	struct sim_sf *sf;
	int err;

	err = sf_check_attrs(pf, attrs, extack);
	if (err)
		return err;
	err = sim_fault(SIM_FAULT_PORT_ADD);
	if (err) {
		NL_SET_ERR_MSG_MOD(extack, "Failed as fail_port_add_nth asked for");
		return err;
	}

	sf = kzalloc(sizeof(*sf), GFP_KERNEL);
	if (!sf)
		return -ENOMEM;
	sf->pf = pf;
	sf->sfnum = attrs->sfnum;
	INIT_DELAYED_WORK(&sf->work, sf_work);

	err = sf_enter(sf, extack);
	if (err)
		goto err_free;
	err = sf_add_port(devlink, sf);
	if (err)
		goto err_leave;
	*index = sf->rep.dl.index;
	return 0;

err_leave:
	sf_leave(sf);
err_free:
	kfree(sf);
	return err;
}

static void sf_delete(struct sim_sf *sf)
{
	struct sim_pf *pf = sf->pf;

	sim_ports_close_netdevs(&sf->rep, 1);
	devl_port_unregister(&sf->rep.dl);

	mutex_lock(&pf->sf_lock);
	sf->dying = true;
	if (sf->state != SF_ALLOCATED)
		sf->state = SF_TEARDOWN;
	sf_kick(sf, 0);
	mutex_unlock(&pf->sf_lock);
}

int sim_sf_port_del(struct devlink *devlink, unsigned int index,
		    struct netlink_ext_ack *extack)
{
	struct sim_pf *pf = devlink_priv(devlink);
	struct sim_sf *sf;

	if (pf->eswitch_mode != DEVLINK_ESWITCH_MODE_SWITCHDEV) {
		NL_SET_ERR_MSG_MOD(extack, "Subfunctions need the eswitch in switchdev mode");
		return -EOPNOTSUPP;
	}
	mutex_lock(&pf->sf_lock);
	sf = sf_by_index(pf, index);
	mutex_unlock(&pf->sf_lock);
	if (!sf) {
		NL_SET_ERR_MSG_MOD(extack, "No subfunction has this port");
		return -ENODEV;
	}
	sf_delete(sf);
	return 0;
}

static struct sim_sf *sf_first_with_port(struct sim_pf *pf)
{
	struct sim_sf *sf, *found = NULL;

	mutex_lock(&pf->sf_lock);
	list_for_each_entry(sf, &pf->sfs, entry) {
		if (!sf->dying) {
			found = sf;
			break;
		}
	}
	mutex_unlock(&pf->sf_lock);
	return found;
}

bool sim_sf_any(struct sim_pf *pf)
{
	bool any;

	mutex_lock(&pf->sf_lock);
	any = !list_empty(&pf->sfs);
	mutex_unlock(&pf->sf_lock);
	return any;
}

/* Returns when the last of them is gone, with its auxiliary device. */
void sim_sf_delete_all(struct sim_pf *pf)
{
	struct sim_sf *sf;

	while ((sf = sf_first_with_port(pf)))
		sf_delete(sf);
	wait_event(pf->sf_gone, !sim_sf_any(pf));
}

/* --- port function --- */

int sim_sf_hw_addr_get(struct devlink_port *port, u8 *hw_addr, int *len,
		       struct netlink_ext_ack *extack)
{
	struct sim_sf *sf = port_to_sf(port);

	if (!sf)
		return -EOPNOTSUPP;
	mutex_lock(&sf->pf->sf_lock);
	ether_addr_copy(hw_addr, sf->mac);
	mutex_unlock(&sf->pf->sf_lock);
	*len = ETH_ALEN;
	return 0;
}

int sim_sf_hw_addr_set(struct devlink_port *port, const u8 *hw_addr, int len,
		       struct netlink_ext_ack *extack)
{
	struct sim_sf *sf = port_to_sf(port);

	if (!sf) {
		NL_SET_ERR_MSG_MOD(extack, "This port has no function to configure");
		return -EOPNOTSUPP;
	}
	if (len != ETH_ALEN || is_multicast_ether_addr(hw_addr)) {
		NL_SET_ERR_MSG_MOD(extack, "A function's address is a unicast Ethernet address");
		return -EINVAL;
	}
	mutex_lock(&sf->pf->sf_lock);
	memcpy(sf->mac, hw_addr, ETH_ALEN);
	mutex_unlock(&sf->pf->sf_lock);
	return 0;
}

int sim_sf_state_get(struct devlink_port *port,
		     enum devlink_port_fn_state *state,
		     enum devlink_port_fn_opstate *opstate,
		     struct netlink_ext_ack *extack)
{
	struct sim_sf *sf = port_to_sf(port);
	enum sf_state now;

	if (!sf)
		return -EOPNOTSUPP;
	mutex_lock(&sf->pf->sf_lock);
	now = sf->state;
	mutex_unlock(&sf->pf->sf_lock);

	*state = now == SF_ACTIVE || now == SF_ATTACHED ?
		DEVLINK_PORT_FN_STATE_ACTIVE : DEVLINK_PORT_FN_STATE_INACTIVE;
	*opstate = now == SF_ATTACHED || now == SF_TEARDOWN ?
		DEVLINK_PORT_FN_OPSTATE_ATTACHED :
		DEVLINK_PORT_FN_OPSTATE_DETACHED;
	return 0;
}

/* Called with sf_lock held. */
static int sf_activate(struct sim_sf *sf, struct netlink_ext_ack *extack)
{
	int err;

	if (sf->state == SF_TEARDOWN) {
		NL_SET_ERR_MSG_MOD(extack, "Still attached since it was deactivated");
		return -EBUSY;
	}
	if (sf->state != SF_ALLOCATED)
		return 0;
	err = sim_fault(SIM_FAULT_ACTIVATE);
	if (err) {
		NL_SET_ERR_MSG_MOD(extack, "Failed as fail_activate_nth asked for");
		return err;
	}
	sf->state = SF_ACTIVE;
	sf_kick(sf, sim_delay_ms(SIM_DELAY_ACTIVATE));
	return 0;
}

/* Called with sf_lock held. */
static void sf_deactivate(struct sim_sf *sf)
{
	if (sf->state != SF_ACTIVE && sf->state != SF_ATTACHED)
		return;
	sf->state = SF_TEARDOWN;
	sf_kick(sf, 0);
}

int sim_sf_state_set(struct devlink_port *port,
		     enum devlink_port_fn_state state,
		     struct netlink_ext_ack *extack)
{
	struct sim_sf *sf = port_to_sf(port);
	int err = 0;

	if (!sf) {
		NL_SET_ERR_MSG_MOD(extack, "This port has no function to configure");
		return -EOPNOTSUPP;
	}
	mutex_lock(&sf->pf->sf_lock);
	if (state == DEVLINK_PORT_FN_STATE_ACTIVE)
		err = sf_activate(sf, extack);
	else
		sf_deactivate(sf);
	mutex_unlock(&sf->pf->sf_lock);
	return err;
}
