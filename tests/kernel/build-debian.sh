#!/bin/sh
# Builds the disk of the machine that boots with systemd into artifacts/kernel: debian.ext4. Like build.sh, which it runs first,
# it skips the steps whose inputs are unchanged.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$here/../.." && pwd)
out=$repository/artifacts/kernel

if [ "${1:-}" != --locked ]; then
  "$here/build.sh"
  exec flock -o "$out/debian-lock" "$0" --locked
fi

export PATH="$PATH:/usr/sbin:/sbin" LC_ALL=C
# shellcheck source=tests/kernel/steps.sh
. "$here/steps.sh"

program=$repository/src/MdevDesired.Cli/bin/Release/net10.0/linux-x64/publish/mdev-desired
step debian "$out/debian.tar" "$(sum_of "$here/debian/bootstrap.sh" "$here/debian/packages" /etc/os-release)" \
  "$here/debian/bootstrap.sh" "$out/debian.tar"
step package "$out/packages" \
  "$(cat "$out/stamps/mdev-desired") $(sum_of "$repository/src/packaging" "$repository/examples" "$repository"/*.md)" \
  "$repository/src/packaging/build-deb.sh" "$program" "$out/packages"
step debian-disk "$out/debian.ext4" \
  "$(cat "$out/stamps/debian" "$out/stamps/initramfs" "$out/stamps/package") $(sum_of "$here/debian")" \
  "$here/debian/pack-disk.sh" "$out"
