#!/bin/sh
# Plans, applies and applies again on a simulated host: what an operator does on a real one, without root and without a device.
set -eu
cd "$(dirname "$0")/.."

host=$(mktemp -d)
trap 'rm -rf "$host"' EXIT
dotnet build src/MdevDesired.Cli -c Release --nologo --verbosity quiet -clp:ErrorsOnly

run() {
  printf '\n$ mdev-desired %s\n' "$*"
  dotnet run --project src/MdevDesired.Cli -c Release --no-build -- "$@"
}

run plan -f examples/quickstart.yaml --observed examples/hosts/node-7.yaml
run apply -f examples/quickstart.yaml --observed examples/hosts/node-7.yaml --observed-out "$host/applied.yaml"
run apply -f examples/quickstart.yaml --observed "$host/applied.yaml"
