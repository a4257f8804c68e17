"""Runs the recording in namespaces of its own, and keeps or compares what came of it."""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import undecidable

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parents[1] / "logs/src/test/resources/corpus/recorded.jsonl"

DRIVERS = {f"/usr/lib/python3/dist-packages/{name}": f"python3-{name}" for name in ("psycopg2", "redis")}

# The families in the order of the corpus: module, and what each needs (command or file: Debian package).
FAMILIES = {
    "nginx": {"nginx": "nginx-light", "openssl": "openssl"},
    "apache": {
        "apache2": "apache2-bin",
        "openssl": "openssl",
        "/usr/lib/apache2/modules/mod_security2.so": "libapache2-mod-security2",
    },
    "haproxy": {"haproxy": "haproxy", "openssl": "openssl"},
    "caddy": {"caddy": "caddy", "openssl": "openssl"},
    "varnish": {"varnishd": "varnish", "openssl": "openssl"},
    "squid": {"squid": "squid", "openssl": "openssl"},
    "traffic": {"traffic_server": "trafficserver", "openssl": "openssl"},
    "php": {"nginx": "nginx-light", "apache2": "apache2-bin", "php-fpm8.2": "php8.2-fpm", "openssl": "openssl"},
    "gunicorn": {"nginx": "nginx-light", "gunicorn": "gunicorn", **DRIVERS},
    "uwsgi": {"nginx": "nginx-light", "uwsgi-core": "uwsgi-core uwsgi-plugin-python3", **DRIVERS},
    "node": {"nginx": "nginx-light", "node": "nodejs"},
}
TOOLS = {"unshare": "util-linux", "mount": "mount", "ip": "iproute2", "nft": "nftables"}


def missing(families):
    """The Debian packages that are not there."""
    needs = dict(TOOLS)
    for family in families:
        needs.update(FAMILIES[family])
    path = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
    there = lambda name: os.path.exists(name) if name.startswith("/") else shutil.which(name, path=path)
    return sorted({package for name, package in needs.items() if not there(name)})


def install(packages):
    """Installs them, as root."""
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    words = " ".join(packages).split()
    subprocess.run(["apt-get", "-qq", "update"], check=True)
    command = ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *words]
    subprocess.run(command, check=True, env=environment, stdin=subprocess.DEVNULL)


def record(family, only):
    """The cases of one family, recorded in namespaces that end with it."""
    command = ["unshare", "--net", "--mount", "--pid", "--uts", "--ipc", "--fork", "--kill-child", "--mount-proc"]
    command += [sys.executable, str(HERE / "session.py"), family, *only]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    cases = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode:
        print(f"record-logs: {family} ended with {done.returncode}", file=sys.stderr)
    return cases, done.returncode


def stored():
    """The corpus as it is."""
    if not CORPUS.exists():
        return []
    return [json.loads(line) for line in CORPUS.read_text("utf-8").splitlines()]


def rank(case):
    """Families in their order, cases in the order they were recorded (the sort is stable)."""
    return list(FAMILIES).index(case["id"].split("-")[0])


def write(cases, families, only):
    """Replaces what was recorded, keeps the rest."""
    fresh = {case["id"]: case for case in cases}
    if only:
        merged = [fresh.pop(case["id"], case) for case in stored()] + list(fresh.values())
    else:
        merged = [case for case in stored() if case["id"].split("-")[0] not in families] + cases
    merged.sort(key=rank)
    CORPUS.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in merged)
    CORPUS.write_text(text, "utf-8")
    print(f"record-logs: {len(cases)} recorded, {len(merged)} in {CORPUS.name}", file=sys.stderr)


CALENDAR = set("mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec".split())


def words(case):
    """What stays the same from run to run: the words of its lines, without days, months and Caddy's random ids."""
    text = re.sub(r'err_id": ?"\w+"|\{id=\w+\}', "", " ".join(case["lines"]).lower())
    return {word for word in re.findall(r"(?<![\w.-])[a-z][a-z_]{3,}(?![\w])", text) if word not in CALENDAR}


def differences(cases, known):
    """Case by case what is not as in the corpus: id, cause, status, the words of the lines."""
    found = {case["id"]: case for case in cases}
    different = {}
    for name in sorted(known.keys() | found.keys()):
        if name not in found or name not in known:
            different[name] = "only in the corpus" if name in known else "only in this run"
            continue
        old, new = known[name], found[name]
        change = sorted(words(old) ^ words(new))
        if old["cause"] != new["cause"] or old["status"] != new["status"] or change:
            different[name] = f"{old['cause']}/{old['status']} {new['cause']}/{new['status']} {' '.join(change)}"
    return different


def check(cases, families, only):
    """Compares with the corpus; what differs is recorded once more, for some faults are races. The number that differ."""
    known = {case["id"]: case for case in stored() if case["id"].split("-")[0] in families}
    if only:
        known = {name: case for name, case in known.items() if name in only}
    different = differences(cases, known)
    again = []
    for family in families:
        names = [name for name in different if name.split("-")[0] == family]
        again += record(family, names)[0] if names else []
    if again:
        different = differences(again, {name: case for name, case in known.items() if name in different})
    for name, text in different.items():
        print(f"{name}: {text}")
    print(f"record-logs: {len(cases)} cases, {len(different)} differ")
    return len(different)


def main():
    parser = argparse.ArgumentParser(prog="bench/record-logs", description=__doc__)
    parser.add_argument("--only", default="", help="families, separated by commas: " + ",".join(FAMILIES))
    parser.add_argument("--case", action="append", default=[], help="this case only (may be repeated)")
    parser.add_argument("--check", action="store_true", help="record, write nothing, compare with the corpus")
    parser.add_argument("--print", action="store_true", help="record, write nothing, show the lines")
    parser.add_argument("--list", action="store_true", help="the cases of the corpus")
    parser.add_argument("--install", action="store_true", help="install the Debian packages that are missing")
    options = parser.parse_args()
    families = options.only.split(",") if options.only else list(FAMILIES)
    if options.case and not options.only:
        families = sorted({name.split("-")[0] for name in options.case})
    unknown = [family for family in families if family not in FAMILIES]
    if unknown:
        parser.error(f"no such family: {', '.join(unknown)} (expected: {', '.join(FAMILIES)})")
    if options.list:
        for case in stored():
            print(f"{case['id']:44} {case['cause']:28} {case['fault']}")
        print(f"\nundecidable, not recorded: {len(undecidable.ALL)}")
        for one in undecidable.ALL:
            print(f"{one.id:44} {one.cause:28} like {one.like}: {one.why}")
        return 0
    if os.geteuid() != 0:
        print("record-logs: needs root (namespaces, other users' files)", file=sys.stderr)
        return 3
    lacking = missing(families)
    if lacking and options.install:
        install(lacking)
        lacking = missing(families)
    if lacking:
        print("record-logs: missing: apt-get install " + " ".join(lacking), file=sys.stderr)
        return 3
    cases, failed = [], 0
    for family in families:
        more, code = record(family, options.case)
        cases += more
        failed = failed or code
    if options.print:
        for case in cases:
            print(f"\n== {case['id']}  {case['cause']} {case['acceptable']} {case['status']}")
            print("\n".join(case["lines"]))
        return failed
    if options.check:
        return 1 if check(cases, families, options.case) or failed else 0
    if failed:
        print("record-logs: nothing written", file=sys.stderr)
        return 1
    write(cases, families, options.case)
    return 0


if __name__ == "__main__":
    sys.exit(main())
