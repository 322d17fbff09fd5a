#!/bin/sh
# Installs the Debian packages which the tests and the NativeAOT publish need.
#   tests/setup.sh          install what is missing (root and apt-get), or name it and fail
#   tests/setup.sh --check  only name what is missing
set -eu

# linux-image brings the kernel under test, linux-source the sample drivers that Debian does not build; gcc builds the
# modules and links the NativeAOT program. mmdebstrap and e2fsprogs (mke2fs) make the disk of the machine that boots with systemd.
# dpkg-dev and lintian build and check the package, mandoc and systemd (systemd-analyze) check manual pages and units, fish and zsh
# their completions; gcc-aarch64-linux-gnu stands for what builds the program for arm64.
wanted="busybox-static cpio dpkg-dev e2fsprogs fish gcc gcc-aarch64-linux-gnu iproute2 kmod libc6-dev lintian linux-headers-amd64
linux-image-amd64 linux-source make mandoc mdevctl mmdebstrap qemu-system-x86 systemd util-linux xz-utils zlib1g-dev zsh"

# `dpkg-query` fails as soon as one package is unknown, but still lists the others: only what it prints counts.
missing_packages() {
  # shellcheck disable=SC2086 # the list is split on purpose
  installed=$(dpkg-query -W -f='${Package}:${db:Status-Status}\n' $wanted 2>/dev/null || true)
  for package in $wanted; do
    printf '%s\n' "$installed" | grep -qxF "$package:installed" || printf '%s ' "$package"
  done
}

if ! command -v dpkg-query >/dev/null; then
  echo "The kernel tests need Debian's packages; this system has no dpkg." >&2
  exit 1
fi

missing=$(missing_packages)
missing=${missing% }
[ -n "$missing" ] || exit 0

if [ "${1:-}" = --check ] || [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "Missing packages: $missing" >&2
  echo "Install them as root: apt-get install --no-install-recommends $missing" >&2
  exit 1
fi

export DEBIAN_FRONTEND=noninteractive
apt-get update -q
# shellcheck disable=SC2086
apt-get install -q -y --no-install-recommends $missing
exec "$0" --check
