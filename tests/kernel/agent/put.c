#include "put.h"
#include "frame.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void make_folders(char *path)
{
	for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		/* What matters of a failure here, opening the file says again. */
		mkdir(path, 0755);
		*slash = '/';
	}
}

static int write_contents(const char *path, mode_t mode, const char *contents, size_t length)
{
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);

	if (file < 0)
		return -1;
	while (length > 0) {
		ssize_t count = write(file, contents, length);

		if (count < 0) {
			close(file);
			return -1;
		}
		contents += count;
		length -= count;
	}
	return fchmod(file, mode) | close(file);
}

void put_file(int channel, uint32_t id, char *payload, size_t length)
{
	uint32_t mode;
	char *path = payload + sizeof(mode);
	/* channel_receive puts a NUL behind the payload, so the search for the path's end stays inside. */
	char *contents = length > sizeof(mode) ? path + strlen(path) + 1 : NULL;
	char reason[512];
	int count;

	if (!contents || contents > payload + length) {
		errno = EPROTO;
		give_up("file of %zu bytes", length);
	}
	memcpy(&mode, payload, sizeof(mode));
	make_folders(path);
	if (write_contents(path, mode, contents, payload + length - contents) == 0) {
		channel_send_exit(channel, id, 0);
		return;
	}
	count = snprintf(reason, sizeof(reason), "%s: %s\n", path, strerror(errno));
	channel_send(channel, id, FRAME_STDERR, reason, count < (int)sizeof(reason) ? count : (int)sizeof(reason) - 1);
	channel_send_exit(channel, id, 1);
}
