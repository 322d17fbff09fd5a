#include "job.h"
#include "frame.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct job {
	uint32_t id;
	pid_t pid;     /* 0 once its end was reported */
	int output[2]; /* read ends for stdout and stderr, -1 once closed */
};

static struct job jobs[MOST_JOBS];
static const enum frame_kind output_kinds[] = { FRAME_STDOUT, FRAME_STDERR };

/* A place is free when its command ended and both pipes are closed. Static storage is zero, so pipe 0 means unused too. */
static struct job *free_job(void)
{
	for (struct job *job = jobs; job < jobs + MOST_JOBS; job++)
		if (job->pid == 0 && job->output[0] <= 0 && job->output[1] <= 0)
			return job;
	return NULL;
}

static void run_shell(const char *text, int output, int errors)
{
	sigset_t none;

	/* The agent takes SIGCHLD from a descriptor; its children must not inherit the block. */
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	setpgid(0, 0);
	dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
	dup2(output, STDOUT_FILENO);
	dup2(errors, STDERR_FILENO);
	execl("/bin/sh", "sh", "-c", text, NULL);
	dprintf(STDERR_FILENO, "agent: cannot run the shell: %s\n", strerror(errno));
	_exit(126);
}

void job_start(uint32_t id, const char *text)
{
	struct job *job = free_job();
	int output[2], errors[2];

	if (!job || pipe2(output, O_CLOEXEC) || pipe2(errors, O_CLOEXEC))
		give_up("start a command");
	job->id = id;
	job->pid = fork();
	if (job->pid < 0)
		give_up("fork");
	if (job->pid == 0)
		run_shell(text, output[1], errors[1]);
	/* Here too: a signal for the group may be asked for before the child has run at all. */
	setpgid(job->pid, job->pid);
	close(output[1]);
	close(errors[1]);
	job->output[0] = output[0];
	job->output[1] = errors[0];
	/* Only the agent's ends: the commands expect blocking ones. */
	fcntl(output[0], F_SETFL, O_NONBLOCK);
	fcntl(errors[0], F_SETFL, O_NONBLOCK);
}

void job_signal(uint32_t id, int signal)
{
	for (struct job *job = jobs; job < jobs + MOST_JOBS; job++)
		if (job->id == id && job->pid > 0)
			kill(-job->pid, signal);
}

void jobs_poll_entries(struct pollfd *entries)
{
	for (int i = 0; i < POLL_ENTRIES; i++) {
		int output = jobs[i / 2].output[i % 2];

		entries[i] = (struct pollfd){ .fd = output > 0 ? output : -1, .events = POLLIN };
	}
}

/*
 * Reads a pipe empty. After the end of the command was reported its output belongs to what it left in the background: that is
 * still read, so that it neither blocks nor gets SIGPIPE, and dropped.
 */
static void forward(int channel, struct job *job, int which)
{
	static char buffer[65536];
	ssize_t count;

	while ((count = read(job->output[which], buffer, sizeof(buffer))) > 0)
		if (job->pid > 0)
			channel_send(channel, job->id, output_kinds[which], buffer, count);
	if (count == 0) {
		close(job->output[which]);
		job->output[which] = -1;
	}
}

void jobs_forward(int channel, const struct pollfd *entries)
{
	for (int i = 0; i < POLL_ENTRIES; i++)
		if (entries[i].fd > 0 && entries[i].revents)
			forward(channel, &jobs[i / 2], i % 2);
}

static void finish(int channel, struct job *job, int status)
{
	/* What the command wrote is in the pipes before it can be reaped. */
	for (int which = 0; which < 2; which++)
		if (job->output[which] > 0)
			forward(channel, job, which);
	channel_send_exit(channel, job->id, WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status));
	job->pid = 0;
}

void jobs_reap(int channel)
{
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
		for (struct job *job = jobs; job < jobs + MOST_JOBS; job++)
			if (job->pid == pid)
				finish(channel, job, status);
}
