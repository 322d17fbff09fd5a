#ifndef PUT_H
#define PUT_H

#include <stddef.h>
#include <stdint.h>

/* Writes a file, with the folders above it, and answers like a command: exit code 0, or 1 and the reason on stderr. */
void put_file(int channel, uint32_t id, char *payload, size_t length);

#endif
