#ifndef JOB_H
#define JOB_H

#include <poll.h>
#include <stdint.h>

/* More would be a test gone wild. A finished command keeps its place while something it left behind holds its output. */
#define MOST_JOBS 64
#define POLL_ENTRIES (2 * MOST_JOBS)

/* Starts `sh -c text` in a process group of its own. */
void job_start(uint32_t id, const char *text);

/* Sends a signal to the process group of a command; of one that ended, nothing. */
void job_signal(uint32_t id, int signal);

/* Fills entries for the output pipes, two for each place, unused ones with fd -1. */
void jobs_poll_entries(struct pollfd *entries);

/* Passes on what the pipes have. */
void jobs_forward(int channel, const struct pollfd *entries);

/* Reports the commands that ended, and reaps what else the first process inherits. */
void jobs_reap(int channel);

#endif
