#!/bin/sh
# Builds the Debian package of the published program and prints its path.
#   src/packaging/build-deb.sh PROGRAM [FOLDER]
# PROGRAM is what `dotnet publish src/MdevDesired.Cli -c Release -r linux-x64` (or linux-arm64) wrote; the package goes into FOLDER,
# by default artifacts/packages. The same sources and SOURCE_DATE_EPOCH (by default the time of the last commit) give the same package.
# RUNS: as for install.sh. Needs dpkg-dev and the program's C library, of another architecture that of the cross compiler.
set -eu
umask 022

here=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$here/../.." && pwd)
program=$(realpath "${1:?"say which program to package: build-deb.sh PROGRAM [FOLDER]"}")
folder=${2:-$repository/artifacts/packages}
maintainer=$(sed -n 's|^Maintainer: ||p' "$here/debian/control")
version=$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' "$repository/Directory.Build.props")
: "${SOURCE_DATE_EPOCH:=$(git -C "$repository" log -1 --format=%ct 2>/dev/null || echo 0)}"
export SOURCE_DATE_EPOCH LC_ALL=C TZ=UTC

# The machine of an ELF file is the 16-bit number at offset 18.
case $(od -An -t u2 -j 18 -N 2 "$program" | tr -d ' ') in
  62) architecture=amd64 triplet=x86_64-linux-gnu ;;
  183) architecture=arm64 triplet=aarch64-linux-gnu ;;
  *)
    echo "$program is a program for neither amd64 nor arm64." >&2
    exit 1
    ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tree=$work/tree
mkdir -p "$tree/DEBIAN" "$work/debian"

DESTDIR=$tree PREFIX=/usr "$here/install.sh" "$program"
# Until all of Debian is merged into /usr, udev and systemd of bookworm look in both places, and its tools expect /lib.
mkdir -p "$tree/lib/systemd"
mv "$tree/usr/lib/systemd/system" "$tree/lib/systemd/system"
mv "$tree/usr/lib/udev" "$tree/lib/udev"
rmdir "$tree/usr/lib/systemd" "$tree/usr/lib"

documents=$tree/usr/share/doc/mdev-desired
install -m 644 "$here/debian/copyright" "$documents/copyright"
install -m 644 "$repository/README.md" "$documents/README.md"
gzip -9n <"$repository/CHANGELOG.md" >"$documents/CHANGELOG.md.gz"
gzip -9n >"$documents/changelog.gz" <<END
mdev-desired ($version) unstable; urgency=medium

  * See CHANGELOG.md.gz for what is new.

 -- $maintainer  $(date -R -d "@$SOURCE_DATE_EPOCH")
END
mkdir -p "$tree/usr/share/lintian/overrides"
install -m 644 "$here/debian/lintian-overrides" "$tree/usr/share/lintian/overrides/mdev-desired"

# What the program needs of the C library is what it is linked against.
printf 'Source: mdev-desired\n\nPackage: mdev-desired\nArchitecture: any\n' >"$work/debian/control"
depends=$(cd "$work" && DEB_HOST_ARCH=$architecture dpkg-shlibdeps -O --ignore-missing-info "-l/usr/$triplet/lib" "$program" \
  2>"$work/shlibdeps.log" | sed -n "s/:$architecture//g; s/^shlibs:Depends=//p") || true
if [ -z "$depends" ]; then
  cat "$work/shlibdeps.log" >&2
  echo "What $program depends on could not be told." >&2
  exit 1
fi

sed -e "s|@VERSION@|$version|" -e "s|@ARCHITECTURE@|$architecture|" -e "s|@DEPENDS@|$depends|" \
  -e "s|@SIZE@|$(du -k -s --apparent-size --exclude=DEBIAN "$tree" | cut -f1)|" "$here/debian/control" >"$tree/DEBIAN/control"
for script in postinst prerm postrm; do
  install -m 755 "$here/debian/$script" "$tree/DEBIAN/$script"
done
(cd "$tree" && find . -path ./DEBIAN -prune -o -type f -printf '%P\0' | sort -z | xargs -0 md5sum >DEBIAN/md5sums)

find "$tree" -newermt "@$SOURCE_DATE_EPOCH" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
mkdir -p "$folder"
package=$folder/mdev-desired_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz --build "$tree" "$package" >/dev/null
echo "$package"
