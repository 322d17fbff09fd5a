# What the scripts that build the machine share: they set `out` and read this file.

# sum_of PATH...: one checksum over the names and contents of all files beneath the paths. Contents, not times: git does not
# keep times. An absent path counts as empty.
sum_of() {
  find "$@" \( -name bin -o -name obj \) -prune -o -type f -print0 2>/dev/null | sort -z | xargs -0 sha256sum | sha256sum
}

# step NAME PRODUCT SUM COMMAND...: runs the command unless the product is there and was made from the same sum; what it prints
# goes to NAME.log and is shown when it fails.
step() {
  name=$1 product=$2 sum=$3
  shift 3
  if [ -e "$product" ] && [ -e "$out/stamps/$name" ] && [ "$(cat "$out/stamps/$name")" = "$sum" ]; then return; fi
  rm -f "$out/stamps/$name"
  echo "building $name" >&2
  if ! "$@" >"$out/$name.log" 2>&1 </dev/null; then
    tail -n 50 "$out/$name.log" >&2
    echo "Building $name failed: see artifacts/kernel/$name.log" >&2
    exit 1
  fi
  echo "$sum" >"$out/stamps/$name"
}
