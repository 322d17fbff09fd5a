// SPDX-License-Identifier: GPL-2.0-only
/*
 * Netdevs without a wire: what is sent counts as dropped. They carry what the
 * user of a sub device configures: queues, offloads, an address.
 */

#include <linux/etherdevice.h>
#include <linux/ethtool.h>
#include <linux/netdevice.h>
#include <linux/rtnetlink.h>

#include "func.h"

struct sim_netdev {
	struct devlink_port *dl_port;
};

static netdev_tx_t sim_xmit(struct sk_buff *skb, struct net_device *netdev)
{
	dev_core_stats_tx_dropped_inc(netdev);
	dev_kfree_skb(skb);
	return NETDEV_TX_OK;
}

static struct devlink_port *sim_get_devlink_port(struct net_device *netdev)
{
	struct sim_netdev *priv = netdev_priv(netdev);

	return priv->dl_port;
}

static const struct net_device_ops sim_netdev_ops = {
	.ndo_start_xmit = sim_xmit,
	.ndo_set_mac_address = eth_mac_addr,
	.ndo_validate_addr = eth_validate_addr,
	.ndo_get_devlink_port = sim_get_devlink_port,
};

static const struct ethtool_ops sim_ethtool_ops = {
	.get_link = ethtool_op_get_link,
};

static void sim_netdev_setup(struct net_device *netdev)
{
	ether_setup(netdev);
	netdev->netdev_ops = &sim_netdev_ops;
	netdev->ethtool_ops = &sim_ethtool_ops;
	netdev->priv_flags |= IFF_LIVE_ADDR_CHANGE;
	netdev->max_mtu = ETH_MAX_MTU;
	netdev->hw_features = NETIF_F_SG | NETIF_F_HW_CSUM | NETIF_F_TSO |
			      NETIF_F_TSO6 | NETIF_F_RXCSUM | NETIF_F_GRO |
			      NETIF_F_RXHASH | NETIF_F_HW_VLAN_CTAG_RX |
			      NETIF_F_HW_VLAN_CTAG_TX;
	netdev->features = netdev->hw_features;
}

/**
 * sim_port_open_netdev - give a registered devlink port a netdev
 * @port: the port; its devlink instance is locked
 * @config: what to give it
 *
 * Return: 0, or a negative errno.
 */
int sim_port_open_netdev(struct sim_port *port,
			 const struct sim_netdev_config *config)
{
	struct sim_netdev *priv;
	struct net_device *netdev;
	int err;

	netdev = alloc_netdev_mqs(sizeof(*priv), "eth%d", NET_NAME_ENUM,
				  sim_netdev_setup, config->tx_queues,
				  config->rx_queues);
	if (!netdev)
		return -ENOMEM;

	priv = netdev_priv(netdev);
	priv->dl_port = &port->dl;
	SET_NETDEV_DEV(netdev, config->dev);
	dev_net_set(netdev, devlink_net(port->dl.devlink));
	netdev->dev_port = port->dl.index;
	if (is_zero_ether_addr(config->mac))
		eth_hw_addr_random(netdev);
	else
		eth_hw_addr_set(netdev, config->mac);

	netif_carrier_off(netdev);
	err = register_netdev(netdev);
	if (err) {
		free_netdev(netdev);
		return err;
	}
	netif_carrier_on(netdev);
	port->netdev = netdev;
	devlink_port_type_eth_set(&port->dl, netdev);
	return 0;
}

/**
 * sim_ports_close_netdevs - take the netdevs of several ports at once
 * @ports: the ports; their devlink instance is locked
 * @count: how many
 *
 * One grace period for all of them, instead of one for each.
 */
void sim_ports_close_netdevs(struct sim_port *ports, unsigned int count)
{
	LIST_HEAD(gone);
	unsigned int i;

	for (i = 0; i < count; i++)
		if (ports[i].netdev)
			devlink_port_type_clear(&ports[i].dl);

	rtnl_lock();
	for (i = 0; i < count; i++)
		if (ports[i].netdev)
			unregister_netdevice_queue(ports[i].netdev, &gone);
	unregister_netdevice_many(&gone);
	rtnl_unlock();

	for (i = 0; i < count; i++) {
		if (ports[i].netdev)
			free_netdev(ports[i].netdev);
		ports[i].netdev = NULL;
	}
}
