"""nginx at its limits, and nginx that does not start: one instance each."""

import subprocess
from pathlib import Path

from client import ask, connect, head, raw
from upstream import answers, hangs

PROXY = "server {{ listen 80; server_name shop.example; location / {{ proxy_read_timeout 9s; proxy_pass http://{app}; }} }}"

# What the waiting visitors leave behind when they go.
OWN = ("prematurely closed connection, so upstream", '" 499 ', '"status":499', "closed keepalive connection")


def crowd(path, count):
    """So many visitors wait; one more asks."""
    waiting = []
    try:
        for _ in range(count):
            waiting.append(connect(80, timeout=1))
            waiting[-1].sendall(head("GET", path))
        return raw(80, head("GET", path), 1.5)
    finally:
        for conn in waiting:
            conn.close()


def crowded(lab, nginx):
    """Too few connections, too few files, too few ports, a loop."""
    home = "/srv/nginx-small"
    app = lab.upstream(hangs)
    process = nginx.begin(lab, PROXY.format(app=app), home=home, connections=16)
    said = "16 worker_connections, and twelve visitors that wait."
    others = ("origin-overloaded", "loop-detected")
    lab.case("connections-used-up", "connection-limit", said, lambda: crowd("/orders/", 12), nginx.LOGS, acceptable=others, drop=OWN)
    nginx.end(lab, process)

    process = nginx.begin(lab, PROXY.format(app="10.0.0.2:80"), home=home, connections=16)
    said = "proxy_pass leads back to the same server until its connections are used up."
    act = lambda: ask(80, "/cart/")
    lab.case("proxy-loop", "loop-detected", said, act, nginx.LOGS, acceptable=("connection-limit", "proxy-misconfig"))
    nginx.end(lab, process)

    process = nginx.begin(lab, PROXY.format(app=app), home=home, main="worker_rlimit_nofile 20;")
    said = "worker_rlimit_nofile is 20, ten visitors wait."
    lab.case("files-used-up", "file-descriptors-exhausted", said, lambda: crowd("/search/", 10), nginx.LOGS, drop=OWN)
    nginx.end(lab, process)

    process = nginx.begin(lab, PROXY.format(app=app), home=home)
    ports = Path("/proc/sys/net/ipv4/ip_local_port_range")
    before = ports.read_text()
    ports.write_text("40000 40003")
    said = "four source ports, all in use towards the application."
    lab.case("ports-used-up", "ephemeral-ports-exhausted", said, lambda: crowd("/media/", 5), nginx.LOGS, drop=OWN)
    ports.write_text(before)
    nginx.end(lab, process)


def starting(lab, nginx):
    """It refuses to start: what it prints is its error log."""
    home = lab.folder("/srv/nginx-start")
    out = str(home / "stderr.log")
    lab.upstream(answers(), host="0.0.0.0", port=9090)

    def tries(http):
        def act():
            file = lab.file(f"{home}/nginx.conf", nginx.config(home, http, log="stderr"))
            with open(out, "ab") as stream:
                command = ["nginx", "-p", str(home), "-e", "stderr", "-c", file]
                subprocess.run(command, stderr=stream, check=False, timeout=20)

        return act

    serve = "server {{ listen 8081; location / {{ {} }} }}".format
    cases = [
        ("start-name-unknown", "dns-not-found", ("upstream-startup-failed",), "the upstream's name does not exist when nginx starts", serve("proxy_pass http://gone.internal:8080;")),
        ("start-port-taken", "port-conflict", (), "another program listens at nginx's port", "server { listen 9090; }"),
        ("start-unknown-directive", "proxy-misconfig", ("proxy-module-missing",), "a directive is misspelt", serve("proxy_pas http://app.internal;")),
        ("start-key-missing", "proxy-misconfig", ("tls-certificate-invalid",), "the certificate file does not exist", "server { listen 8443 ssl; ssl_certificate /srv/tls/none.pem; ssl_certificate_key /srv/tls/none.key; }"),
    ]
    for name, cause, others, said, http in cases:
        lab.case(name, cause, said + ".", tries(http), [out], acceptable=others)


def record(lab):
    import nginx

    crowded(lab, nginx)
    starting(lab, nginx)
