#!/bin/sh
# Runs QEMU until standard input ends, and then removes the machine's folder.
#   run.sh FOLDER QEMU-ARGUMENT...
# The test host keeps the other end of standard input: however it goes away, the machine goes with it. Not with a parent-death
# signal from .NET itself: that one follows the thread which started the process, and threads of the pool come and go.
set -eu
folder=$1
shift
# Only the end of standard input counts: an interrupt from the terminal must not end this script before it has cleaned up.
trap '' INT TERM HUP
cd "$folder"
setpriv --pdeathsig KILL -- qemu-system-x86_64 "$@" >qemu.log 2>&1 </dev/null &
qemu=$!
cat >/dev/null || true
kill -KILL "$qemu" 2>/dev/null || true
wait "$qemu" 2>/dev/null || true
cd /
rm -rf -- "$folder"
