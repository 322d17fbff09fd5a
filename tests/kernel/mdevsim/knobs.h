/* SPDX-License-Identifier: GPL-2.0-only */
/* Module parameters: what the simulated hardware offers and how it fails. */
#ifndef MDEVSIM_KNOBS_H
#define MDEVSIM_KNOBS_H

#include <linux/types.h>

#define SIM_MAX_INSTANCES 4096

/* Where a fault can be asked for: the fail_*_nth parameters. */
enum sim_fault {
	SIM_FAULT_CREATE,
	SIM_FAULT_BIND,
	SIM_FAULT_WRITE,
	SIM_FAULT_PORT_ADD,
	SIM_FAULT_ACTIVATE,
	SIM_NR_FAULTS,
};

/* What can be slow: the *_delay_ms parameters. */
enum sim_delay {
	SIM_DELAY_CREATE,
	SIM_DELAY_BIND,
	SIM_DELAY_REMOVE,
	SIM_DELAY_ACTIVATE,
	SIM_DELAY_ATTACH,
	SIM_DELAY_REGISTER,
	SIM_DELAY_TYPES,
	SIM_DELAY_TYPE_LINK,
	SIM_DELAY_ESWITCH,
	SIM_DELAY_RELOAD,
	SIM_NR_DELAYS,
};

enum sim_match {
	SIM_MATCH_EXPLICIT,
	SIM_MATCH_NEVER,
};

enum sim_autobind {
	SIM_AUTOBIND_DEFAULT,
	SIM_AUTOBIND_NONE,
	SIM_AUTOBIND_HOST,
	SIM_AUTOBIND_VFIO,
};

enum sim_held {
	SIM_HELD_WAIT,
	SIM_HELD_BUSY,
};

enum sim_permanent {
	SIM_PERMANENT_NOW,
	SIM_PERMANENT_BOOT,
};

extern unsigned int sim_instances;
extern unsigned int sim_max_sfs;
extern unsigned int sim_queues_reserved;

int sim_fault(enum sim_fault point);
unsigned int sim_delay_ms(enum sim_delay what);
void sim_delay(enum sim_delay what);
void sim_wait_while_hung(void);
bool sim_eswitch_busy(void);
int sim_no_room_error(void);
enum sim_match sim_match(void);
enum sim_autobind sim_autobind(void);
enum sim_held sim_held_remove(void);
enum sim_permanent sim_permanent(void);

#endif /* MDEVSIM_KNOBS_H */
