// SPDX-License-Identifier: GPL-2.0-only
/* mdev_supported_types: what a parent can be split into. */

#include <linux/device.h>
#include <linux/kobject.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysfs.h>
#include <linux/uuid.h>

#include "mdevsim.h"

static const struct {
	const char *name;
	const char *label;
	unsigned int cost;
} kinds[SIM_NR_TYPES] = {
	{ "local", "Local sub device", 1 },
	{ "large", "Large sub device", 4 },
};

static struct sim_type *to_sim_type(struct kobject *kobj)
{
	return container_of(kobj, struct sim_type, kobj);
}

static ssize_t create_store(struct kobject *kobj, struct kobj_attribute *attr,
			    const char *buf, size_t count)
{
	char text[UUID_STRING_LEN + 1];
	guid_t uuid;
	int err;

	/* One more character may follow: the newline of echo. */
	if (count != UUID_STRING_LEN && count != UUID_STRING_LEN + 1)
		return -EINVAL;
	memcpy(text, buf, UUID_STRING_LEN);
	text[UUID_STRING_LEN] = '\0';
	err = guid_parse(text, &uuid);
	if (!err)
		err = sim_mdev_create(to_sim_type(kobj), &uuid);
	return err ?: count;
}
static struct kobj_attribute create_attr = __ATTR_WO(create);

static ssize_t available_instances_show(struct kobject *kobj,
					struct kobj_attribute *attr, char *buf)
{
	struct sim_type *type = to_sim_type(kobj);

	return sysfs_emit(buf, "%u\n",
			  sim_mdev_room(type->parent) / type->cost);
}
static struct kobj_attribute available_instances_attr =
	__ATTR_RO(available_instances);

static ssize_t device_api_show(struct kobject *kobj,
			       struct kobj_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "vfio-pci\n");
}
static struct kobj_attribute device_api_attr = __ATTR_RO(device_api);

static ssize_t name_show(struct kobject *kobj, struct kobj_attribute *attr,
			 char *buf)
{
	return sysfs_emit(buf, "%s\n", to_sim_type(kobj)->label);
}
static struct kobj_attribute name_attr = __ATTR_RO(name);

static ssize_t description_show(struct kobject *kobj,
				struct kobj_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "Simulated sub device with its own netdevs, taking %u of the parent's pool\n",
			  to_sim_type(kobj)->cost);
}
static struct kobj_attribute description_attr = __ATTR_RO(description);

static struct attribute *type_attrs[] = {
	&create_attr.attr,
	&available_instances_attr.attr,
	&device_api_attr.attr,
	&name_attr.attr,
	&description_attr.attr,
	NULL
};
ATTRIBUTE_GROUPS(type);

static void type_release(struct kobject *kobj)
{
	struct sim_type *type = to_sim_type(kobj);

	sim_parent_put(type->parent);
	kfree(type);
}

static struct kobj_type type_ktype = {
	.sysfs_ops = &kobj_sysfs_ops,
	.default_groups = type_groups,
	.release = type_release,
};

static struct sim_type *type_add(struct sim_parent *parent, unsigned int kind)
{
	struct sim_type *type;
	int err;

	type = kzalloc(sizeof(*type), GFP_KERNEL);
	if (!type)
		return ERR_PTR(-ENOMEM);
	type->parent = sim_parent_get(parent);
	type->label = kinds[kind].label;
	type->cost = kinds[kind].cost;
	type->kobj.kset = parent->types_kset;

	kobject_init(&type->kobj, &type_ktype);
	err = kobject_add(&type->kobj, NULL, "%s-%s",
			  dev_driver_string(parent->dev), kinds[kind].name);
	if (err)
		goto err_put;
	type->devices = kobject_create_and_add("devices", &type->kobj);
	if (!type->devices) {
		err = -ENOMEM;
		goto err_put;
	}
	return type;

err_put:
	kobject_put(&type->kobj);
	return ERR_PTR(err);
}

static void type_remove(struct sim_type *type)
{
	kobject_put(type->devices);
	kobject_del(&type->kobj);
	kobject_put(&type->kobj);
}

void sim_types_remove(struct sim_parent *parent)
{
	unsigned int i;

	for (i = 0; i < SIM_NR_TYPES; i++) {
		if (parent->types[i])
			type_remove(parent->types[i]);
		parent->types[i] = NULL;
	}
	kset_unregister(parent->types_kset);
	parent->types_kset = NULL;
}

int sim_types_add(struct sim_parent *parent)
{
	struct sim_type *type;
	unsigned int i;

	parent->types_kset = kset_create_and_add("mdev_supported_types", NULL,
						 &parent->dev->kobj);
	if (!parent->types_kset)
		return -ENOMEM;

	for (i = 0; i < SIM_NR_TYPES; i++) {
		type = type_add(parent, i);
		if (IS_ERR(type)) {
			sim_types_remove(parent);
			return PTR_ERR(type);
		}
		parent->types[i] = type;
	}
	return 0;
}
