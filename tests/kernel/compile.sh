#!/bin/sh
# Compiles the agent and each program for the tests, static: they need nothing of the machine but its kernel.
#   compile.sh OUTPUT
set -eu
output=$1
here=$(cd "$(dirname "$0")" && pwd)

compile() { gcc -std=gnu11 -D_GNU_SOURCE -O2 -Wall -Wextra -Werror -static -o "$@"; }

rm -rf "$output"
mkdir -p "$output"
compile "$output/agent" "$here"/agent/*.c
for source in "$here"/programs/*.c; do
  compile "$output/$(basename "$source" .c)" "$source"
done
