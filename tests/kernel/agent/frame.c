#include "frame.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Well above what a test sends, far below the machine's memory: a larger length is a lost frame boundary. */
#define LONGEST_PAYLOAD (256u << 20)

void give_up(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	fprintf(stderr, "agent: ");
	vfprintf(stderr, format, arguments);
	fprintf(stderr, ": %s\n", strerror(errno));
	va_end(arguments);
	/* Process 1 ending is a kernel panic, which ends the machine. */
	exit(1);
}

int channel_open(const char *port)
{
	int channel = open(port, O_RDWR | O_CLOEXEC);

	if (channel < 0)
		give_up("open %s", port);
	return channel;
}

static void read_all(int channel, void *target, size_t length)
{
	for (char *position = target; length > 0;) {
		ssize_t count = read(channel, position, length);

		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			give_up("read from the channel");
		position += count;
		length -= count;
	}
}

static void write_all(int channel, const void *source, size_t length)
{
	for (const char *position = source; length > 0;) {
		ssize_t count = write(channel, position, length);

		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			give_up("write to the channel");
		position += count;
		length -= count;
	}
}

char *channel_receive(int channel, struct frame *frame)
{
	char *payload;

	read_all(channel, frame, sizeof(*frame));
	if (frame->length > LONGEST_PAYLOAD)
		give_up("frame of %u bytes", frame->length);
	payload = malloc((size_t)frame->length + 1);
	if (!payload)
		give_up("allocate %u bytes", frame->length);
	read_all(channel, payload, frame->length);
	payload[frame->length] = '\0';
	return payload;
}

void channel_send(int channel, uint32_t id, enum frame_kind kind, const void *payload, size_t length)
{
	struct frame frame = { .id = id, .kind = kind, .length = length };

	write_all(channel, &frame, sizeof(frame));
	write_all(channel, payload, length);
}

void channel_send_exit(int channel, uint32_t id, uint32_t code)
{
	channel_send(channel, id, FRAME_EXIT, &code, sizeof(code));
}
