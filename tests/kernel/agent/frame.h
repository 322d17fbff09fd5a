#ifndef FRAME_H
#define FRAME_H

#include <stddef.h>
#include <stdint.h>

/* One message on the channel, in both directions: this header, little endian, then `length` bytes. */
struct frame {
	uint32_t id; /* the command it belongs to; the test host counts them */
	uint32_t kind;
	uint32_t length;
};

enum frame_kind {
	/* from the test host */
	FRAME_RUN = 'r',    /* shell text */
	FRAME_SIGNAL = 's', /* uint32_t signal, for the whole process group of the command */
	FRAME_PUT = 'p',    /* uint32_t mode, path, NUL, contents */
	/* from the machine */
	FRAME_HELLO = 'h',  /* the agent is ready */
	FRAME_STDOUT = 'o',
	FRAME_STDERR = 'e',
	FRAME_EXIT = 'x',   /* uint32_t exit code; 128 + signal when a signal ended the command */
};

/* Opens the serial port as a clean channel of bytes. */
int channel_open(const char *port);

/* Reads one frame; the payload is the caller's to free, and a NUL follows it. */
char *channel_receive(int channel, struct frame *frame);

void channel_send(int channel, uint32_t id, enum frame_kind kind, const void *payload, size_t length);

void channel_send_exit(int channel, uint32_t id, uint32_t code);

/* Ends the machine with the reason in the kernel log: the test host then shows it. */
__attribute__((noreturn, format(printf, 1, 2))) void give_up(const char *format, ...);

#endif
