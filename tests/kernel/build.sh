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

# shellcheck source=tests/kernel/steps.sh
. "$here/steps.sh"

kernel="$release $(sum_of "/boot/vmlinuz-$release")"
step vmlinux "$out/vmlinux" "$kernel $(sum_of "$here/extract-vmlinux.sh")" \
  "$here/extract-vmlinux.sh" "/boot/vmlinuz-$release" "$out/vmlinux"

for makefile in "$here"/*/Makefile; do
  folder=$(dirname "$makefile")
  name=$(basename "$folder")
  step "module-$name" "$out/modules/$name" "$kernel $(sum_of "$folder" "$here/build-module.sh")" \
    "$here/build-module.sh" "$release" "$folder" "$out/modules/$name"
done
# What a branch left behind that has other modules must not be packed.
for built in "$out"/modules/*; do
  [ -e "$here/$(basename "$built")/Makefile" ] || rm -rf "$built" "$out/stamps/module-$(basename "$built")"
done

step programs "$out/programs" "$(sum_of "$here/agent" "$here/programs" "$here/compile.sh")" \
  "$here/compile.sh" "$out/programs"

program=$repository/src/MdevDesired.Cli/bin/Release/net10.0/linux-x64/publish/mdev-desired
sources=$(sum_of "$repository"/src/MdevDesired* "$repository/schemas" "$repository"/Directory.*.props "$repository/global.json")
step mdev-desired "$program" "$sources $(sum_of "$here/publish.sh")" "$here/publish.sh" "$repository"

step initramfs "$out/initramfs.cpio" \
  "$(cat "$out"/stamps/module-*) $(sum_of "$out/programs" "$program" "$here/guest" "$here/pack-initramfs.sh")" \
  "$here/pack-initramfs.sh" "$release" "$out" "$program"
