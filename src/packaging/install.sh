#!/bin/sh
# Installs the published program and what belongs to it.
#   src/packaging/install.sh PROGRAM
# PROGRAM is what `dotnet publish src/MdevDesired.Cli -c Release -r linux-x64` wrote. From the environment:
#   PREFIX   where the program goes; default: /usr
#   DESTDIR  a folder to install beneath, as those who make packages want it; default: none
#   RUNS     the same program for this machine, which writes the completions where PROGRAM is for another; default: PROGRAM
set -eu
umask 022

here=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$here/../.." && pwd)
program=${1:?"say which program to install: install.sh PROGRAM"}
prefix=${PREFIX:-/usr}
root=${DESTDIR:-}
runs=$(realpath "${RUNS:-$program}")

# put MODE SOURCE... FOLDER: the files in the folder, which is made when it is not there.
put() {
  mode=$1
  shift
  for folder; do :; done
  mkdir -p "$folder"
  while [ $# -gt 1 ]; do
    install -m "$mode" "$1" "$folder/"
    shift
  done
}

if ! "$runs" version >/dev/null 2>&1; then
  echo "$runs does not run on this machine: name the one that does, RUNS=..., to write the completions." >&2
  exit 1
fi

put 755 "$program" "$root$prefix/bin"

# The units name the program by its path. systemd and udev look beneath /usr/lib and, for what is installed by hand, /usr/local/lib.
units=$root$prefix/lib/systemd/system
mkdir -p "$units"
for unit in "$here"/systemd/*.service; do
  sed "s|/usr/bin/mdev-desired|$prefix/bin/mdev-desired|" "$unit" >"$units/$(basename "$unit")"
done
put 644 "$here"/udev/*.rules "$root$prefix/lib/udev/rules.d"

for section in 5 8; do
  mkdir -p "$root$prefix/share/man/man$section"
  gzip -9n <"$here/man/mdev-desired.$section" >"$root$prefix/share/man/man$section/mdev-desired.$section.gz"
done

for shell in bash:bash-completion/completions/mdev-desired zsh:zsh/vendor-completions/_mdev-desired \
  fish:fish/vendor_completions.d/mdev-desired.fish; do
  file=$root$prefix/share/${shell#*:}
  mkdir -p "$(dirname "$file")"
  "$runs" completion "${shell%%:*}" >"$file"
done

put 644 "$repository"/schemas/*.json "$root$prefix/share/mdev-desired/schemas"

# The examples say where the schemas are, from where they themselves are.
examples=$root$prefix/share/doc/mdev-desired/examples
put 644 "$repository"/examples/*.yaml "$examples"
put 644 "$repository"/examples/hosts/*.yaml "$examples/hosts"
sed -i 's|\$schema=\(\.\./\)*schemas/|$schema='"$prefix"'/share/mdev-desired/schemas/|' "$examples"/*.yaml "$examples"/hosts/*.yaml

mkdir -p "$root/etc/mdev-desired"
