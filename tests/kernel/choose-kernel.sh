#!/bin/sh
# Prints the release of the newest Debian kernel that modules can be built for: image and headers must both be there.
set -eu
for release in $(find /boot -maxdepth 1 -name 'vmlinuz-*' -printf '%f\n' | sed 's/^vmlinuz-//' | sort -rV); do
  if [ -r "/boot/vmlinuz-$release" ] && [ -d "/lib/modules/$release/build" ] && [ -d "/lib/modules/$release/kernel" ]; then
    echo "$release"
    exit
  fi
done
echo "No readable kernel image in /boot has its headers installed: install linux-image-amd64 and linux-headers-amd64." >&2
exit 1
