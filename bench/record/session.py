"""One family inside its own namespaces: a small network, its names, private folders. Cases go to stdout."""

import importlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import names
from lab import Lab

HOSTS = """127.0.0.1 localhost
::1 localhost ip6-localhost
10.0.0.2 web1
10.0.0.20 app.internal shop.internal
10.0.0.66 far.internal
"""
# What comes to these addresses is lost or refused, as behind a firewall.
RULES = """table inet site {
  chain in {
    type filter hook input priority 0;
    ip daddr 10.0.0.66 drop
    ip daddr 10.0.0.67 reject with icmp type host-unreachable
    ip daddr 10.0.0.68 reject with icmp type admin-prohibited
  }
}
"""


def run(*command, text=None):
    subprocess.run(command, input=text, text=True, check=True)


def build():
    """The loopback of this namespace is a site: 10.0.0.0/24 are its machines, 192.0.2.0/24 its visitors."""
    run("hostname", "web1")
    run("ip", "link", "set", "lo", "up")
    run("ip", "address", "add", "10.0.0.2/24", "dev", "lo")
    run("ip", "address", "add", "192.0.2.1/24", "dev", "lo")
    # An address beside ::1, or the resolver library leaves IPv6 out.
    run("ip", "address", "add", "fd00:10::2/64", "dev", "lo")
    run("nft", "-f", "-", text=RULES)
    for folder in ("/srv", "/run", "/var/log"):
        run("mount", "-t", "tmpfs", "-o", "mode=1777", "tmpfs", folder)
    for file, text in (("hosts", HOSTS), ("resolv.conf", "nameserver 10.0.0.53\noptions timeout:1 attempts:1\n")):
        source, target = Path("/srv") / file, Path("/etc", file).resolve()
        source.write_text(text)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.touch()
        run("mount", "--bind", str(source), str(target))


def main():
    family, only = sys.argv[1], set(sys.argv[2:])
    os.environ["PATH"] += ":/usr/sbin:/sbin"
    os.environ.update(LC_ALL="C", TZ="UTC")
    os.umask(0o022)
    os.chdir("/")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    play = importlib.import_module(family)
    build()
    names.serve("10.0.0.53")
    lab = Lab(family, only)
    try:
        play.record(lab)
    finally:
        lab.stop()


if __name__ == "__main__":
    main()
