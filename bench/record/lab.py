"""The bench a family works at: servers, upstreams, logs, and what becomes a case."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import undecidable
from upstream import Door

LINES_MAX = 12
QUIET = 0.12
APP = "10.0.0.20"


def until(true, limit=5.0, every=0.02):
    """Waits until it is true; False after `limit` seconds."""
    end = time.monotonic() + limit
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(every)
    return True


def is_open(port, host="10.0.0.2"):
    with socket.socket() as probe:
        return probe.connect_ex((host, port)) == 0


class Lab:
    """Starts and stops what a family needs and writes its cases to stdout."""

    def __init__(self, family, only):
        self.family, self.only = family, only
        self.processes, self.doors, self.version = [], [], family
        self.next_port = 8001
        self.drop = ()

    # Servers

    def start(self, *command, port=None, log=None, ready=None, host="10.0.0.2", **options):
        """Runs a server in the foreground; returns when its port is open (or `ready` is true)."""
        out = open(log, "ab") if log else subprocess.DEVNULL
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, **options)
        self.processes.append(process)
        if port or ready:
            opened = ready or (lambda: is_open(port, host))
            if not until(lambda: opened() or process.poll() is not None, 20) or process.poll() is not None:
                tail = Path(log).read_text("utf-8", "replace")[-2000:] if log else ""
                raise RuntimeError(f"{command[0]} did not come up: {process.poll()} {tail}")
        return process

    def end(self, process, with_signal=signal.SIGTERM):
        """Ends one server."""
        if process.poll() is None:
            process.send_signal(with_signal)
            try:
                process.wait(4)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(4)
        if process in self.processes:
            self.processes.remove(process)

    def stop(self):
        """Ends all; the namespace's end takes what is left."""
        for door in self.doors:
            door.close()
        for process in list(self.processes):
            self.end(process)

    def version_of(self, name, *command):
        """Keeps the server's name and version for the cases that follow."""
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        found = re.search(r"\d+\.\d+(\.\d+)*", done.stdout)
        self.version = f"{name} {found.group(0)}" if found else name

    # Upstreams

    def port(self):
        """A port of the application's machine that nobody uses."""
        self.next_port += 1
        return self.next_port

    def upstream(self, play, tls=None, host=APP, port=None, backlog=64):
        """A failing upstream; its address as host:port."""
        number = port or self.port()
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.doors.append(Door(play, (host, number), family, tls, backlog))
        return f"[{host}]:{number}" if ":" in host else f"{host}:{number}"

    def unix(self, path, play, backlog=64):
        """The same behind a unix socket."""
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        self.doors.append(Door(play, path, socket.AF_UNIX, None, backlog))
        return path

    # Files

    def folder(self, path, owner=None, mode=0o755):
        made = Path(path)
        made.mkdir(parents=True, exist_ok=True)
        made.chmod(mode)
        if owner:
            shutil.chown(made, owner, owner)
        return made

    def file(self, path, text, mode=0o644):
        made = Path(path)
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_text(text)
        made.chmod(mode)
        return str(made)

    # Cases

    def wanted(self, name):
        case = f"{self.family}-{name}"
        return case not in undecidable.IDS and (not self.only or case in self.only)

    def case(self, name, cause, fault, act, logs, **more):
        """Plays one fault and keeps what the logs say meanwhile.

        `act` returns the status the visitor got. `more`: `acceptable` (causes the same lines would justify),
        `drop` (words of lines that belong to the recorder's own doing), `keep` ("last", "ends": of long logs),
        `settle` (seconds to wait for the last line), `need` (a word to wait for).
        """
        if not self.wanted(name):
            return
        marks = {log: os.path.getsize(log) if os.path.exists(log) else 0 for log in logs}
        try:
            status = act()
        except OSError as e:
            print(f"{self.family}-{name}: {e}", file=sys.stderr)
            status = None
        self.settle(logs, marks, more)
        drop = (*self.drop, *more.get("drop", ()))
        parts = [[line for line in read(log, marks[log]) if not any(word in line for word in drop)] for log in logs]
        lines = trim([part for part in parts if part], more.get("keep", "first"))
        if not lines:
            print(f"{self.family}-{name}: wrote nothing", file=sys.stderr)
            return
        case = {
            "id": f"{self.family}-{name}",
            "lines": lines,
            "cause": cause,
            "acceptable": [other for other in dict.fromkeys(more.get("acceptable", ())) if other != cause],
            "confidence": "confirmed",
            "status": status,
            "recorded": more.get("recorded", self.version),
            "fault": fault,
        }
        print(json.dumps(case, ensure_ascii=False), flush=True)

    def settle(self, logs, marks, more):
        """Waits for the first line, the word needed, and then for silence."""
        size = lambda: sum(os.path.getsize(log) for log in logs if os.path.exists(log))
        start = sum(marks.values())
        limit = more.get("settle", 2.0)
        until(lambda: size() > start, limit)
        if need := more.get("need"):
            until(lambda: any(need in line for log in logs for line in read(log, marks[log])), limit + 4)
        end, last = time.monotonic() + limit, size()
        while time.monotonic() < end:
            time.sleep(QUIET)
            if size() == last:
                return
            last = size()


def read(log, start):
    """The lines written since, without what is blank."""
    if not os.path.exists(log):
        return []
    with open(log, "rb") as stream:
        stream.seek(start)
        text = stream.read().decode("utf-8", "replace")
    return [line.rstrip("\r") for line in text.split("\n") if line.strip()]


def trim(parts, keep):
    """At most twelve lines; each log has its share, its first lines or its last."""
    shares = [0] * len(parts)
    left = LINES_MAX
    while left and any(share < len(part) for share, part in zip(shares, parts)):
        for i, part in enumerate(parts):
            if left and shares[i] < len(part):
                shares[i] += 1
                left -= 1
    return [line for part, share in zip(parts, shares) for line in pick(part, share, keep)]


def pick(part, count, keep):
    """So many of these lines: the first, the last, or the first one and the last (a trace and what it ends in)."""
    if len(part) <= count or keep == "first":
        return part[:count]
    return part[:1] + part[1 - count :] if keep == "ends" and count > 1 else part[-count:]
