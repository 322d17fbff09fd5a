#!/bin/sh
# Packs the file system of the test machine, the same for every test.
#   pack-initramfs.sh RELEASE OUTPUT PROGRAM
set -eu
release=$1 output=$2 program=$3
here=$(cd "$(dirname "$0")" && pwd)
root=$output/root

rm -rf "$root"
mkdir -p "$root"
cd "$root"
mkdir -p usr/bin usr/sbin usr/lib usr/lib64 proc sys dev run tmp root var etc/mdev-desired
# mdevctl refuses to work without these.
mkdir -p etc/mdevctl.d/scripts.d/callouts etc/mdevctl.d/scripts.d/notifiers
ln -s usr/bin bin
ln -s usr/sbin sbin
ln -s usr/lib lib
ln -s usr/lib64 lib64
ln -s ../run var/run
printf '%s\n' 'root:x:0:0:root:/root:/bin/sh' 'nobody:x:65534:65534:nobody:/nonexistent:/bin/false' >etc/passwd
printf '%s\n' 'root:x:0:' 'nogroup:x:65534:' >etc/group
echo node-7 >etc/hostname

# install_program FILE TARGET: the file and the shared libraries it is linked to, these under their own paths.
install_program() {
  cp -L "$1" "$2"
  ldd "$1" | grep -o '/[^ ]*' | while read -r library; do
    mkdir -p "./$(dirname "$library")"
    [ -e "./$library" ] || cp -L "$library" "./$library"
  done
}

cp "$here/guest/init" init
cp "$output"/programs/* usr/sbin/
cp "$(command -v busybox)" usr/bin/busybox
# Every applet under its usual name; the real programs below then take the place of some.
usr/bin/busybox --list-full | while read -r applet; do
  case $applet in usr/*) ;; *) applet=usr/$applet ;; esac
  mkdir -p "$(dirname "$applet")"
  [ -e "$applet" ] || ln -s /usr/bin/busybox "$applet"
done
for tool in ip devlink rdma; do
  rm -f "usr/bin/$tool" "usr/sbin/$tool"
  install_program "$(command -v "$tool")" "usr/sbin/$tool"
done
install_program "$(command -v mdevctl)" usr/bin/mdevctl
install_program "$program" usr/bin/mdev-desired

# install_debian_module NAME: the module and all it depends on, unpacked, because modprobe in the machine is busybox's.
install_debian_module() {
  modprobe -S "$release" --show-depends "$1" | while read -r kind file _; do
    [ "$kind" = insmod ] || continue
    mkdir -p "./$(dirname "$file")"
    case $file in
      *.xz) xz -dc "$file" >"./${file%.xz}" ;;
      *) cp "$file" "./$file" ;;
    esac
  done
}

while read -r module; do install_debian_module "$module"; done <"$here/guest/debian.modules"
mkdir -p "usr/lib/modules/$release/updates"
for module in "$output"/modules/*/*.ko; do
  cp "$module" "usr/lib/modules/$release/updates/"
  for needed in $(modinfo -F depends "$module" | tr , ' '); do
    # One that this repository builds is packed already, or will be.
    [ -n "$(find "$output/modules" -name "$needed.ko")" ] || install_debian_module "$needed"
  done
done
cp "/lib/modules/$release/modules.order" "/lib/modules/$release"/modules.builtin* "usr/lib/modules/$release/"
depmod -b "$root" "$release"

# Not compressed: unpacking would cost the emulated CPU more than reading.
find . -print0 | sort -z | cpio --null --create --format=newc --owner=0:0 --reproducible --quiet >"$output/initramfs.part"
mv "$output/initramfs.part" "$output/initramfs.cpio"
