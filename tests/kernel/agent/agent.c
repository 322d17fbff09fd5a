/*
 * The test host's hand in the machine: runs shell commands and writes files on request, many at a time, over one serial port.
 * It is process 1, started by init once the file systems are mounted.
 */
#include "frame.h"
#include "job.h"
#include "put.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

static int open_child_signals(void)
{
	sigset_t child;
	int descriptor;

	sigemptyset(&child);
	sigaddset(&child, SIGCHLD);
	sigprocmask(SIG_BLOCK, &child, NULL);
	descriptor = signalfd(-1, &child, SFD_CLOEXEC);
	if (descriptor < 0)
		give_up("signalfd");
	return descriptor;
}

static void obey(int channel)
{
	struct frame frame;
	char *payload = channel_receive(channel, &frame);
	uint32_t signal = 0;

	switch (frame.kind) {
	case FRAME_RUN:
		job_start(frame.id, payload);
		break;
	case FRAME_SIGNAL:
		memcpy(&signal, payload, frame.length < sizeof(signal) ? frame.length : sizeof(signal));
		job_signal(frame.id, signal);
		break;
	case FRAME_PUT:
		put_file(channel, frame.id, payload, frame.length);
		break;
	default:
		errno = EPROTO;
		give_up("frame of kind %u", frame.kind);
	}
	free(payload);
}

int main(int count, char **arguments)
{
	struct pollfd entries[POLL_ENTRIES + 2];
	struct signalfd_siginfo signal;
	int channel, signals;

	if (count != 2)
		return 2;
	channel = channel_open(arguments[1]);
	signals = open_child_signals();
	channel_send(channel, 0, FRAME_HELLO, NULL, 0);
	for (;;) {
		jobs_poll_entries(entries);
		entries[POLL_ENTRIES] = (struct pollfd){ .fd = channel, .events = POLLIN };
		entries[POLL_ENTRIES + 1] = (struct pollfd){ .fd = signals, .events = POLLIN };
		if (poll(entries, POLL_ENTRIES + 2, -1) < 0)
			give_up("poll");
		jobs_forward(channel, entries);
		if (entries[POLL_ENTRIES + 1].revents && read(signals, &signal, sizeof(signal)) > 0)
			jobs_reap(channel);
		if (entries[POLL_ENTRIES].revents)
			obey(channel);
	}
}
