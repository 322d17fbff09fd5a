#!/bin/sh
# Sets up what the tests need, then runs all of them, the virtual machine included.
#   tests/run.sh [ARGUMENT...]   the arguments go to `dotnet test`, as in: tests/run.sh --filter Planning
set -eu
cd "$(dirname "$0")/.."

tests/setup.sh

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

status=0
dotnet test MdevDesired.sln --nologo --results-directory "$results" --logger trx "$@" || status=$?

# The counters of every test project, added up.
counted() {
  echo $(($(cat "$results"/*.trx 2>/dev/null | sed -n "s/.*<Counters [^>]*\\b$1=\"\([0-9]*\)\".*/\1/p" | paste -sd+ -) + 0))
}
passed=$(counted passed)
failed=$(counted failed)
skipped=$(($(counted total) - $(counted executed)))
echo "$passed passed, $failed failed, $skipped skipped"

if [ "$status" -eq 0 ] && [ "${CI:-}" = true ] && [ "$skipped" -gt 0 ]; then
  echo "In CI no test may be skipped." >&2
  status=1
fi
exit "$status"
