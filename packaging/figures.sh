#!/bin/sh
# The figures that take longer than ten minutes: what ./verify --full runs after the tests. Ends with
# the number of parts that missed their figure.
set -u
cd "$(dirname "$0")/.." || exit 3
missed=0
out=target/figures
mkdir -p "$out"

part() {
    name=$1
    shift
    echo "== $name"
    "$@" || { missed=$((missed + 1)); echo "-- $name: missed, see above"; }
}

score() { ./goodgate score --json >"$out/score.json" && tail -n 12 "$out/score.json"; }
attacks() {
    ./goodgate lab attack --json examples/attack-harness/h1-attacks-open.jsonl >"$out/attacks.json"
    result=$?
    grep -o '"summary":{[^}]*}' "$out/attacks.json"
    return $result
}

part "every fault of the lab" score
part "every malformed request" attacks
part "startup, memory, reloads, side by side" bench/figures
echo
echo "$missed parts missed their figure"
[ "$missed" = 0 ]
