#!/bin/sh
# Builds the test machine into artifacts/kernel: vmlinux and initramfs.cpio. Steps whose inputs are unchanged are skipped.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$here/../.." && pwd)
out=$repository/artifacts/kernel

# Test hosts may start at the same time. -o: a compiler server that a step leaves behind must not inherit the lock.
if [ "${1:-}" != --locked ]; then
  mkdir -p "$out"
  exec flock -o "$out/lock" "$0" --locked
fi

# modprobe, ip and devlink are in /usr/sbin, which is not in every user's PATH.
export PATH="$PATH:/usr/sbin:/sbin" LC_ALL=C
"$repository/tests/setup.sh" --check
release=$("$here/choose-kernel.sh")
mkdir -p "$out/modules" "$out/stamps"

# sum_of PATH...: one checksum over the names and contents of all files beneath the paths. Contents, not times: git does not
# keep times. An absent path counts as empty.
sum_of() {
  find "$@" \( -name bin -o -name obj \) -prune -o -type f -print0 2>/dev/null | sort -z | xargs -0 sha256sum | sha256sum
}

# step NAME SUM COMMAND...: runs the command unless it already succeeded for this sum; its output is shown when it fails.
step() {
  name=$1 sum=$2
  shift 2
  if [ -e "$out/stamps/$name" ] && [ "$(cat "$out/stamps/$name")" = "$sum" ]; then return; fi
  rm -f "$out/stamps/$name"
  echo "building $name" >&2
  if ! "$@" >"$out/$name.log" 2>&1 </dev/null; then
    tail -n 50 "$out/$name.log" >&2
    echo "Building $name failed: see artifacts/kernel/$name.log" >&2
    exit 1
  fi
  echo "$sum" >"$out/stamps/$name"
}

kernel=$(sum_of "/boot/vmlinuz-$release")
step vmlinux "$kernel $(sum_of "$here/extract-vmlinux.sh")" \
  "$here/extract-vmlinux.sh" "/boot/vmlinuz-$release" "$out/vmlinux"

for makefile in "$here"/*/Makefile; do
  folder=$(dirname "$makefile")
  name=$(basename "$folder")
  step "module-$name" "$kernel $(sum_of "$folder" "$here/build-module.sh")" \
    "$here/build-module.sh" "$release" "$folder" "$out/modules/$name"
done

step agent "$(sum_of "$here/agent")" \
  gcc -std=gnu11 -D_GNU_SOURCE -O2 -Wall -Wextra -Werror -static -o "$out/agent" "$here"/agent/*.c

step mdev-desired "$(sum_of "$repository/src" "$repository/schemas" "$repository"/Directory.*.props "$repository/global.json")" \
  "$here/publish.sh" "$repository"

program=$repository/src/MdevDesired.Cli/bin/Release/net10.0/linux-x64/publish/mdev-desired
step initramfs "$(cat "$out"/stamps/vmlinux "$out"/stamps/module-*) $(sum_of "$out/agent" "$program" "$here"/*.sh "$here"/guest)" \
  "$here/pack-initramfs.sh" "$release" "$out" "$program"
