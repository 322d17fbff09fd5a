#!/bin/sh
# Makes the disk of a machine that boots with systemd: the small Debian, the kernel's modules, the agent, our package.
#   pack-disk.sh OUTPUT
# OUTPUT is the folder with what build.sh and the steps before this one made.
set -eu
output=$1
here=$(cd "$(dirname "$0")" && pwd)
root=$output/debian-root
export PATH="$PATH:/usr/sbin:/sbin" DEBIAN_FRONTEND=noninteractive

rm -rf "$root"
mkdir -p "$root"
tar -xf "$output/debian.tar" -C "$root"
cp -R "$output/root/usr/lib/modules" "$root/usr/lib/"
cp "$output"/programs/* "$root/usr/sbin/"
cp -R "$here/root/." "$root/"
echo node-7 >"$root/etc/hostname"
# A machine with an id is not at its first boot.
echo 0123456789abcdef0123456789abcdef >"$root/etc/machine-id"
# What only costs the emulated processors time.
systemctl --root="$root" --quiet set-default multi-user.target
while read -r unit; do systemctl --root="$root" --quiet mask "$unit"; done <"$here/masked-units"
systemctl --root="$root" --quiet enable agent.service

# The package's own scripts run, as when an image is made for a host. It stays, and so does one that only differs in its version,
# for tests that install, upgrade and remove it.
cp "$output"/packages/*.deb "$root/root/mdev-desired.deb"
dpkg-deb --raw-extract "$root/root/mdev-desired.deb" "$root/root/newer"
sed -i 's/^Version: .*/&+newer/' "$root/root/newer/DEBIAN/control"
dpkg-deb --root-owner-group -Znone --build "$root/root/newer" "$root/root/mdev-desired-newer.deb"
rm -rf "$root/root/newer"
chroot "$root" dpkg --install /root/mdev-desired.deb

rm -f "$output/debian.ext4.part"
# Without a journal and checksums: a disk is used once.
mke2fs -q -t ext4 -O ^has_journal,^metadata_csum -E root_owner=0:0 -d "$root" "$output/debian.ext4.part" 512M
rm -rf "$root"
mv "$output/debian.ext4.part" "$output/debian.ext4"
