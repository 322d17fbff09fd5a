#!/bin/sh
# Builds one folder of kernel modules outside the source tree.
#   build-module.sh RELEASE FOLDER OUTPUT
# FOLDER holds a Makefile with obj-m; the paths in its linux-source.files, if any, come from Debian's kernel source.
set -eu
release=$1 folder=$2 output=$3

rm -rf "$output"
mkdir -p "$output"
if [ -e "$folder/linux-source.files" ]; then
  version=$(echo "$release" | cut -d. -f1,2)
  sed "s,^,linux-source-$version/," "$folder/linux-source.files" |
    tar -xf "/usr/src/linux-source-$version.tar.xz" -C "$output" --files-from=- --strip-components=1
  while read -r path; do
    if [ -d "$output/$path" ]; then cp "$output/$path"/* "$output/"; else cp "$output/$path" "$output/"; fi
  done <"$folder/linux-source.files"
fi
# The folder's own files win, so that its Makefile replaces the kernel's.
cp -R "$folder/." "$output"
make -C "/lib/modules/$release/build" M="$output" modules
