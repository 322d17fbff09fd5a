#!/bin/sh
# Unpacks the ELF image from a bzImage. QEMU enters it directly (PVH), which saves the emulated CPU the unpacking: a boot takes
# 1.5 s instead of 4 s. The offsets are those of Documentation/arch/x86/boot.rst.
set -eu
image=$1 vmlinux=$2

number() { od -An -tu"$2" -j"$(($1))" -N"$2" "$image" | tr -d ' '; }

start=$((($(number 0x1f1 1) + 1) * 512 + $(number 0x248 4)))
# The last four bytes of the payload are the unpacked length, which xz would take for a damaged stream.
length=$(($(number 0x24c 4) - 4))
payload() { tail -c +$((start + 1)) "$image" | head -c "$length"; }

for unpack in xz zstd gzip; do
  if payload | "$unpack" -dc >"$vmlinux.part" 2>/dev/null && [ "$(head -c 4 "$vmlinux.part")" = "$(printf '\177ELF')" ]; then
    mv "$vmlinux.part" "$vmlinux"
    exit
  fi
done

# Packed in another way: QEMU also boots the image as it is, only slower.
rm -f "$vmlinux.part"
cp "$image" "$vmlinux"
