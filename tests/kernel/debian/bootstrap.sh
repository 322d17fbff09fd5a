#!/bin/sh
# Makes a small Debian, of the release that this machine runs, from the mirrors that its own apt uses.
#   bootstrap.sh OUTPUT.tar
set -eu
output=$1
here=$(cd "$(dirname "$0")" && pwd)

# apt knows where its sources are, and whether a proxy or an old snapshot is in between.
eval "$(apt-config shell list Dir::Etc::sourcelist/f parts Dir::Etc::sourceparts/d)"
set --
for source in "${list:-}" "${parts:-}"*.list "${parts:-}"*.sources; do
  [ ! -s "$source" ] || set -- "$@" "$source"
done
options=$(mktemp)
trap 'rm -f "$options"' EXIT
apt-config dump | grep -E '^Acquire::(.*::)?(Proxy|Check-Valid-Until|Check-Date|Retries)\b' >"$options" || true

# shellcheck disable=SC1091
codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
# Documentation is left out of the base; what the package under test brings is installed later, all of it.
mmdebstrap --format=tar --variant=essential --include="$(paste -sd, "$here/packages")" --aptopt="$options" \
  --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
  --dpkgopt='path-exclude=/usr/share/locale/*' \
  --customize-hook='rm -f "$1"/etc/dpkg/dpkg.cfg.d/99mmdebstrap "$1"/etc/apt/apt.conf.d/99mmdebstrap' \
  "$codename" "$output.part" "$@"
mv "$output.part" "$output"
