// SPDX-License-Identifier: GPL-2.0-only
/*
 * Module parameters. All but "instances", "max_sfs" and "queues_reserved" may
 * be written at run time and hold from the next operation on.
 *
 * Setters run under the module's parameter lock, so none of them may wait:
 * a removal that hangs must not lock out the write that lets it go.
 */

#include <linux/atomic.h>
#include <linux/delay.h>
#include <linux/err.h>
#include <linux/errno.h>
#include <linux/jiffies.h>
#include <linux/kernel.h>
#include <linux/moduleparam.h>
#include <linux/sched.h>
#include <linux/string.h>
#include <linux/wait.h>

#include "knobs.h"

/* --- what there is --- */

static int instances_set(const char *val, const struct kernel_param *kp)
{
	return param_set_uint_minmax(val, kp, 1, SIM_MAX_INSTANCES);
}

static const struct kernel_param_ops instances_ops = {
	.set = instances_set,
	.get = param_get_uint,
};

unsigned int sim_instances = 16;
module_param_cb(instances, &instances_ops, &sim_instances, 0444);
MODULE_PARM_DESC(instances, "size of the pool that the types of one parent share, 1..4096 (16)");

unsigned int sim_max_sfs = 256;
module_param_named(max_sfs, sim_max_sfs, uint, 0444);
MODULE_PARM_DESC(max_sfs, "most subfunctions of one parent (256)");

unsigned int sim_queues_reserved;
module_param_named(queues_reserved, sim_queues_reserved, uint, 0444);
MODULE_PARM_DESC(queues_reserved, "the host keeps queues below this number: assign_queue answers EADDRNOTAVAIL (0)");

/* --- one of a few words --- */

struct choice {
	const char *const *words;
	int value;
};

static int choice_set(const char *val, const struct kernel_param *kp)
{
	struct choice *choice = kp->arg;
	int i;

	for (i = 0; choice->words[i]; i++) {
		if (sysfs_streq(val, choice->words[i])) {
			WRITE_ONCE(choice->value, i);
			return 0;
		}
	}
	return -EINVAL;
}

static int choice_get(char *buf, const struct kernel_param *kp)
{
	const struct choice *choice = kp->arg;

	return sprintf(buf, "%s\n", choice->words[READ_ONCE(choice->value)]);
}

static const struct kernel_param_ops choice_ops = {
	.set = choice_set,
	.get = choice_get,
};

static const char *const match_words[] = {
	[SIM_MATCH_EXPLICIT] = "explicit",
	[SIM_MATCH_NEVER] = "never",
	NULL
};
static struct choice match_choice = { match_words, SIM_MATCH_EXPLICIT };
module_param_cb(match, &choice_ops, &match_choice, 0644);
MODULE_PARM_DESC(match, "explicit: bind works, as before 5.14 (default); never: bind answers ENODEV, as since");

static const char *const autobind_words[] = {
	[SIM_AUTOBIND_DEFAULT] = "default",
	[SIM_AUTOBIND_NONE] = "none",
	[SIM_AUTOBIND_HOST] = "mlx5_core",
	[SIM_AUTOBIND_VFIO] = "vfio_mdev",
	NULL
};
static struct choice autobind_choice = { autobind_words, SIM_AUTOBIND_DEFAULT };
module_param_cb(autobind, &choice_ops, &autobind_choice, 0644);
MODULE_PARM_DESC(autobind, "driver attached at create: none, mlx5_core, vfio_mdev or default (none with match=explicit, mlx5_core with match=never)");

static const char *const held_words[] = {
	[SIM_HELD_WAIT] = "wait",
	[SIM_HELD_BUSY] = "busy",
	NULL
};
static struct choice held_choice = { held_words, SIM_HELD_WAIT };
module_param_cb(held_remove, &choice_ops, &held_choice, 0644);
MODULE_PARM_DESC(held_remove, "removal of a device whose VFIO file is open: wait (default, as since 5.14) or busy (EBUSY, as before)");

static const char *const permanent_words[] = {
	[SIM_PERMANENT_NOW] = "now",
	[SIM_PERMANENT_BOOT] = "boot",
	NULL
};
static struct choice permanent_choice = { permanent_words, SIM_PERMANENT_NOW };
module_param_cb(permanent, &choice_ops, &permanent_choice, 0644);
MODULE_PARM_DESC(permanent, "a permanent devlink param reads back what was set: now (default), or only after the next boot");

enum sim_match sim_match(void)
{
	return READ_ONCE(match_choice.value);
}

enum sim_autobind sim_autobind(void)
{
	enum sim_autobind autobind = READ_ONCE(autobind_choice.value);

	if (autobind != SIM_AUTOBIND_DEFAULT)
		return autobind;
	return sim_match() == SIM_MATCH_NEVER ? SIM_AUTOBIND_HOST :
						SIM_AUTOBIND_NONE;
}

enum sim_held sim_held_remove(void)
{
	return READ_ONCE(held_choice.value);
}

enum sim_permanent sim_permanent(void)
{
	return READ_ONCE(permanent_choice.value);
}

/* --- errno by name or number --- */

static const struct {
	const char *name;
	int number;
} errnos[] = {
#define E(name) { #name, name }
	E(EPERM), E(ENOENT), E(EINTR), E(EIO), E(ENXIO), E(EAGAIN), E(ENOMEM),
	E(EACCES), E(EBUSY), E(EEXIST), E(ENODEV), E(EINVAL), E(ENOSPC),
	E(ERANGE), E(EUSERS), E(EOPNOTSUPP), E(EADDRINUSE), E(EADDRNOTAVAIL),
	E(ENOBUFS), E(ETIMEDOUT),
#undef E
};

static int errno_set(const char *val, const struct kernel_param *kp)
{
	int *number = kp->arg;
	int i, n;

	for (i = 0; i < ARRAY_SIZE(errnos); i++) {
		if (sysfs_streq(val, errnos[i].name)) {
			WRITE_ONCE(*number, errnos[i].number);
			return 0;
		}
	}
	if (kstrtoint(val, 0, &n) || n <= 0 || n > 133)
		return -EINVAL;
	WRITE_ONCE(*number, n);
	return 0;
}

static int errno_get(char *buf, const struct kernel_param *kp)
{
	int number = READ_ONCE(*(int *)kp->arg);
	int i;

	for (i = 0; i < ARRAY_SIZE(errnos); i++)
		if (errnos[i].number == number)
			return sprintf(buf, "%s\n", errnos[i].name);
	return sprintf(buf, "%d\n", number);
}

static const struct kernel_param_ops errno_ops = {
	.set = errno_set,
	.get = errno_get,
};

static int full_errno = EUSERS;
module_param_cb(full_errno, &errno_ops, &full_errno, 0644);
MODULE_PARM_DESC(full_errno, "what create answers when the pool is used up (EUSERS)");

static int fail_errno = EIO;
module_param_cb(fail_errno, &errno_ops, &fail_errno, 0644);
MODULE_PARM_DESC(fail_errno, "what an operation failed by fail_*_nth answers (EIO)");

int sim_no_room_error(void)
{
	return -READ_ONCE(full_errno);
}

/* --- every Nth operation fails --- */

struct fault_point {
	unsigned int nth;
	atomic_t seen;
};

static struct fault_point fault_points[SIM_NR_FAULTS];

/* Writing starts the count anew, the same number too. */
static int fault_set(const char *val, const struct kernel_param *kp)
{
	struct fault_point *point = kp->arg;
	unsigned int nth;
	int err;

	err = kstrtouint(val, 0, &nth);
	if (err)
		return err;
	WRITE_ONCE(point->nth, nth);
	atomic_set(&point->seen, 0);
	return 0;
}

static int fault_get(char *buf, const struct kernel_param *kp)
{
	const struct fault_point *point = kp->arg;

	return sprintf(buf, "%u\n", READ_ONCE(point->nth));
}

static const struct kernel_param_ops fault_ops = {
	.set = fault_set,
	.get = fault_get,
};

#define FAULT_PARAM(name, point, what)					\
	module_param_cb(name, &fault_ops, &fault_points[point], 0644);	\
	MODULE_PARM_DESC(name, "every Nth " what " fails with fail_errno, 0: none (0)")

FAULT_PARAM(fail_create_nth, SIM_FAULT_CREATE, "mdev create");
FAULT_PARAM(fail_bind_nth, SIM_FAULT_BIND, "mdev bind");
FAULT_PARAM(fail_write_nth, SIM_FAULT_WRITE, "mdev attribute write");
FAULT_PARAM(fail_port_add_nth, SIM_FAULT_PORT_ADD, "devlink port add");
FAULT_PARAM(fail_activate_nth, SIM_FAULT_ACTIVATE, "subfunction activation");

/* Returns 0, or the errno this operation is to fail with. */
int sim_fault(enum sim_fault point)
{
	struct fault_point *fault = &fault_points[point];
	unsigned int nth = READ_ONCE(fault->nth);

	if (!nth || (unsigned int)atomic_inc_return(&fault->seen) % nth)
		return 0;
	return -READ_ONCE(fail_errno);
}

/* --- slow operations --- */

static unsigned int delays[SIM_NR_DELAYS] = {
	[SIM_DELAY_ATTACH] = 5,
};

#define DELAY_PARAM(name, what, desc)				\
	module_param_named(name, delays[what], uint, 0644);	\
	MODULE_PARM_DESC(name, desc)

DELAY_PARAM(create_delay_ms, SIM_DELAY_CREATE, "mdev create takes this long (0)");
DELAY_PARAM(bind_delay_ms, SIM_DELAY_BIND, "mdev bind takes this long (0)");
DELAY_PARAM(remove_delay_ms, SIM_DELAY_REMOVE, "mdev remove and subfunction teardown take this long (0)");
DELAY_PARAM(activate_delay_ms, SIM_DELAY_ACTIVATE, "from subfunction activation to its auxiliary device (0)");
DELAY_PARAM(attach_delay_ms, SIM_DELAY_ATTACH, "from the auxiliary device to opstate attached, which nothing notifies (5)");
DELAY_PARAM(register_delay_ms, SIM_DELAY_REGISTER, "from a parent's device to its registration as mdev parent (0)");
DELAY_PARAM(types_delay_ms, SIM_DELAY_TYPES, "from a parent's registration to its type folders (0)");
DELAY_PARAM(type_link_delay_ms, SIM_DELAY_TYPE_LINK, "from an mdev's folder to its mdev_type link (0)");
DELAY_PARAM(eswitch_delay_ms, SIM_DELAY_ESWITCH, "a change of the eswitch mode takes this long (0)");
DELAY_PARAM(reload_delay_ms, SIM_DELAY_RELOAD, "devlink reload takes this long (0)");

unsigned int sim_delay_ms(enum sim_delay what)
{
	return READ_ONCE(delays[what]);
}

/*
 * Not interruptible, like a driver waiting for its device; woken every now and
 * then, so that the hung task detector has nothing to say.
 */
#define NAP (10 * HZ)

void sim_delay(enum sim_delay what)
{
	unsigned int ms = sim_delay_ms(what);
	unsigned long left;

	if (!ms)
		return;
	if (ms <= 20) {
		usleep_range(ms * 1000, ms * 1000 + 200);
		return;
	}
	for (left = msecs_to_jiffies(ms); left > NAP; left -= NAP)
		schedule_timeout_uninterruptible(NAP);
	schedule_timeout_uninterruptible(left);
}

/* --- a removal that hangs --- */

static bool hang_remove;
static DECLARE_WAIT_QUEUE_HEAD(hang_wait);

static int hang_set(const char *val, const struct kernel_param *kp)
{
	int err = param_set_bool(val, kp);

	if (!err)
		wake_up_all(&hang_wait);
	return err;
}

static const struct kernel_param_ops hang_ops = {
	.flags = KERNEL_PARAM_OPS_FL_NOARG,
	.set = hang_set,
	.get = param_get_bool,
};

module_param_cb(hang_remove, &hang_ops, &hang_remove, 0644);
MODULE_PARM_DESC(hang_remove, "while set, every mdev removal hangs, uncancellable, holder or not (N)");

void sim_wait_while_hung(void)
{
	while (!wait_event_timeout(hang_wait, !READ_ONCE(hang_remove), NAP))
		;
}

/* --- an eswitch that is busy for a while --- */

static atomic_t eswitch_busy = ATOMIC_INIT(0);

static int busy_set(const char *val, const struct kernel_param *kp)
{
	unsigned int count;
	int err;

	err = kstrtouint(val, 0, &count);
	if (err)
		return err;
	if (count > INT_MAX)
		return -ERANGE;
	atomic_set(&eswitch_busy, count);
	return 0;
}

static int busy_get(char *buf, const struct kernel_param *kp)
{
	return sprintf(buf, "%d\n", atomic_read(&eswitch_busy));
}

static const struct kernel_param_ops busy_ops = {
	.set = busy_set,
	.get = busy_get,
};

module_param_cb(eswitch_busy, &busy_ops, NULL, 0644);
MODULE_PARM_DESC(eswitch_busy, "the next N changes of an eswitch mode answer EBUSY (0)");

bool sim_eswitch_busy(void)
{
	return atomic_dec_if_positive(&eswitch_busy) >= 0;
}
