// SPDX-License-Identifier: GPL-2.0-only
/* Parents that are PCI functions: QEMU's pci-testdev, driven as mlx5_core. */

#include <linux/module.h>
#include <linux/pci.h>

#include "mdevsim.h"
#include "pf.h"

#define PCI_DEVICE_ID_REDHAT_TESTDEV 0x0005

struct sim_pci {
	struct sim_pf *pf;
	struct sim_parent *parent;
};

static int sim_pci_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct sim_pci *pci;

	pci = devm_kzalloc(&pdev->dev, sizeof(*pci), GFP_KERNEL);
	if (!pci)
		return -ENOMEM;

	pci->pf = sim_pf_create(pdev);
	if (IS_ERR(pci->pf))
		return PTR_ERR(pci->pf);
	pci->parent = sim_parent_create(&pdev->dev);
	if (IS_ERR(pci->parent)) {
		sim_pf_destroy(pci->pf);
		return PTR_ERR(pci->parent);
	}
	pci_set_drvdata(pdev, pci);
	return 0;
}

static void sim_pci_remove(struct pci_dev *pdev)
{
	struct sim_pci *pci = pci_get_drvdata(pdev);

	sim_parent_destroy(pci->parent);
	sim_pf_destroy(pci->pf);
}

static const struct pci_device_id sim_pci_ids[] = {
	{ PCI_DEVICE(PCI_VENDOR_ID_REDHAT, PCI_DEVICE_ID_REDHAT_TESTDEV) },
	{ }
};
MODULE_DEVICE_TABLE(pci, sim_pci_ids);

static struct pci_driver sim_pci_driver = {
	.name = SIM_HOST_DRIVER,
	.id_table = sim_pci_ids,
	.probe = sim_pci_probe,
	.remove = sim_pci_remove,
};

int sim_pci_init(void)
{
	return pci_register_driver(&sim_pci_driver);
}

void sim_pci_exit(void)
{
	pci_unregister_driver(&sim_pci_driver);
}
