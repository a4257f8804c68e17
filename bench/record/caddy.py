"""Caddy from Debian: the shared faults, then those of its own. Its log is JSON; one site logs to the console form."""

import os
import ssl
import subprocess
from pathlib import Path

import certs
from client import ask, leave, path_of, visit
from faults import ABSENT, DOWN, PLAIN, TLS, address
from lab import until
from nginx_own import UNREACHED, local_only, private
from upstream import OK, answers, hangs, says

LOG = "/srv/log/caddy.log"
CONSOLE = "/srv/log/caddy-console.log"
# Passed on without a word, or the same line as another.
PASSED = {"length-and-chunks", "two-encodings", "header-too-big", "headers-too-many", "closes-at-once", "tls-future"}
PASSED |= {"header-with-space", "kept-closed", "prints-before-head", "header-with-nul"}
MAIN = """{{
  admin off
  auto_https off
  log {{
    output file {log}
    format {format}
  }}
  servers {{
    {servers}
  }}
  grace_period 1s
}}
{body}
"""
TIMES = "dial_timeout 1s\n response_header_timeout 1s\n read_timeout 1500ms\n"


def config(body, log=LOG, format="json", servers="timeouts {\n read_body 1s\n }"):
    return MAIN.format(log=log, format=format, body=body, servers=servers)


def begin(lab, body, port=80, **more):
    lab.folder("/srv/caddy", "www-data")
    lab.folder("/srv/log", "www-data")
    file = lab.file("/srv/caddy/Caddyfile", config(body, **more))
    command = ("caddy", "run", "--adapter", "caddyfile", "--config", file)
    return lab.start(*command, port=port, log="/srv/log/caddy.out", user="www-data")


def proxy(path, place, transport="", more=""):
    """A handle block that leads to this place."""
    return f"handle {path}* {{\n reverse_proxy {place} {{\n {more}\n transport http {{\n {TIMES}{transport}\n }}\n }}\n }}\n"


def shared(lab):
    """The faults every proxy meets."""
    faults = [fault for fault in ABSENT + PLAIN + TLS if fault.name not in PASSED]
    body = "http://:80 {\n log\n"
    for number, fault in enumerate(faults):
        transport = ""
        if fault.speaks_tls:
            transport = "tls\n tls_trusted_ca_certs /srv/tls/ca.pem\n tls_server_name app.internal\n"
        if fault.name == "tls-version":
            # Go's proxy speaks 1.3, so here the application is the one that is too old.
            continue
        body += proxy(path_of(number), address(lab, fault), transport)
    process = begin(lab, body + "}\n")
    for number, fault in enumerate(faults):
        if fault.name != "tls-version":
            act = visit(80, fault, path_of(number))
            lab.case(fault.name, fault.cause, f"{fault.said}.", act, [LOG], acceptable=fault.acceptable)
    lab.end(process)


def rows(lab):
    """name, cause, acceptable, what was done, handle block for a path."""
    up = lab.upstream
    yield "unix-missing", "unix-socket-missing", ("upstream-not-listening",), "the unix socket does not exist", lambda p: proxy(p, "unix//run/shop/app.sock")
    yield "unix-permission", "unix-socket-permission", (), "the unix socket is root's, mode 0600, Caddy runs as www-data", lambda p: proxy(p, f"unix/{private(lab, '/run/shop/private.sock')}")
    yield "ipv6-literal", "ipv6-localhost-mismatch", ("upstream-not-listening",), "Caddy dials [::1], the application listens on 127.0.0.1", lambda p: proxy(p, f"[::1]:{local_only(lab)}")
    yield "ipv6-localhost", "ipv6-localhost-mismatch", ("upstream-not-listening",), "Caddy dials localhost by tcp6 only, the application listens on 127.0.0.1", lambda p: proxy(p, f"tcp6/localhost:{local_only(lab)}")
    yield "connect-lost", "connect-timeout-firewall", UNREACHED, "packets to the application are dropped", lambda p: proxy(p, "10.0.0.66:8080")
    yield "connect-rejected", "connect-timeout-firewall", ("no-route-network", "host-down"), "a firewall rejects with host-unreachable", lambda p: proxy(p, "10.0.0.67:8080")
    yield "no-route", "no-route-network", (), "there is no route to that network", lambda p: proxy(p, "10.9.9.9:8080")
    yield "name-unknown", "dns-not-found", (), "the upstream's name does not exist", lambda p: proxy(p, "gone.internal:8080")
    yield "name-broken", "dns-not-found", ("dns-resolver-missing",), "the name server answers SERVFAIL", lambda p: proxy(p, "broken.internal:8080")
    yield "name-silent", "dns-resolver-missing", ("dns-not-found", "connect-timeout-firewall"), "the name server does not answer", lambda p: proxy(p, "silent.internal:8080")
    yield "sni-wrong", "tls-sni-missing", ("tls-handshake-failed",), "tls_server_name is not the application's name", lambda p: proxy(p, up(answers(), tls=certs.wants_name()), "tls\n tls_server_name shop.example\n tls_insecure_skip_verify\n")
    yield "tls-old", "tls-handshake-failed", ("protocol-mismatch",), "the application speaks TLS 1.1 at most", lambda p: proxy(p, up(answers(), tls=old()), "tls\n tls_insecure_skip_verify\n")
    yield "no-upstream", "no-healthy-upstream", ("upstream-not-listening", *DOWN), "the only upstream failed before (fail_duration)", lambda p: proxy(p, f"10.0.0.20:{lab.port()}", more="fail_duration 30s\n max_fails 1")
    yield "body-too-big", "request-body-too-big", (), "an upload of 300 kB, request_body max_size is 10 kB", lambda p: f"handle {p}* {{\n request_body {{\n max_size 10KB\n }}\n reverse_proxy {up(says(OK))}\n }}\n"
    yield "visitor-left", "client-aborted", ("upstream-read-timeout",), "the visitor leaves while the application works", lambda p: f"handle {p}* {{\n reverse_proxy {up(hangs)}\n }}\n"
    yield "fastcgi-refused", "upstream-not-listening", DOWN, "php_fastcgi to a port where nothing listens", lambda p: f"handle {p}* {{\n reverse_proxy 10.0.0.20:{lab.port()} {{\n transport fastcgi\n }}\n }}\n"
    yield "fastcgi-closes", "upstream-closed-early", ("upstream-crashed", "protocol-mismatch", "upstream-restarting"), "the FastCGI application closes without a word", lambda p: f"handle {p}* {{\n reverse_proxy {up(lambda conn: conn.recv(65536))} {{\n transport fastcgi\n }}\n }}\n"
    yield "fastcgi-missing", "unix-socket-missing", ("upstream-not-listening",), "the FastCGI socket does not exist", lambda p: f"handle {p}* {{\n reverse_proxy unix//run/php/php8.2-fpm.sock {{\n transport fastcgi\n }}\n }}\n"


def old():
    """TLS 1.1 and nothing newer."""
    tls = certs.context("good")
    tls.set_ciphers("ALL:@SECLEVEL=0")
    tls.minimum_version = ssl.TLSVersion.TLSv1
    tls.maximum_version = ssl.TLSVersion.TLSv1_1
    return tls


def own(lab):
    table = list(rows(lab))
    inner = "".join(row[4](path_of(number)) for number, row in enumerate(table))
    body = f"http://:80 {{\n log\n{inner}}}\n"
    process = begin(lab, body, log=CONSOLE, format="console")
    for number, (name, cause, others, said, _) in enumerate(table):
        path = path_of(number)
        act = lambda path=path: ask(80, path)
        if name == "body-too-big":
            act = lambda path=path: ask(80, path, "POST", body=b"x" * 300_000)
        elif name == "visitor-left":
            act = lambda path=path: leave(80, path)
        elif name == "no-upstream":
            act()
        lab.case(name, cause, said + ".", act, [CONSOLE], acceptable=others)
    lab.end(process)


def checks(lab):
    """Active health checks that fail."""
    sick = OK.replace(b"200 OK", b"503 Service Unavailable") + b"Content-Length: 0\r\n\r\n"
    table = [
        ("check-503", "no-healthy-upstream", ("app-exception", "upstream-not-ready", "origin-maintenance"), "the health page answers 503", lab.upstream(says(sick))),
        ("check-refused", "upstream-not-listening", ("no-healthy-upstream", *DOWN), "nothing listens, the check says so", f"10.0.0.20:{lab.port()}"),
        ("check-silent", "upstream-read-timeout", ("no-healthy-upstream", "origin-overloaded"), "the health page never answers", lab.upstream(hangs)),
    ]
    for name, cause, others, said, place in table:
        if not lab.wanted(name):
            continue
        log = f"/srv/log/caddy-{name}.log"
        more = "health_uri /health\n health_interval 500ms\n health_timeout 400ms\n"
        body = "http://:80 {\n log\n" + proxy("/", place, more=more) + "}\n"

        def act(body=body, log=log):
            process = begin(lab, body, log=log)
            until(lambda: "health_checker" in open(log).read(), 3)
            status = ask(80, "/orders")
            lab.end(process)
            return status

        drop = ('"http.log"', "server running", "autosaved", "shutdown", "serving initial", "admin", "using provided", "cleaning storage", "finished cleaning", "maintenance", "signal", "shutting down", "adapted", "auto_https", "automatic HTTPS", "TLS", "exiting", "servers shut")
        lab.case(name, cause, said + ".", act, [log], acceptable=others, drop=drop)


def starting(lab):
    """It refuses to start."""
    out = "/srv/log/caddy-start.log"
    lab.upstream(answers(), host="0.0.0.0", port=9090)
    table = [
        ("start-port-taken", "port-conflict", (), "another program listens at Caddy's port", "http://:9090 {\n}\n"),
        ("start-unknown-directive", "proxy-misconfig", ("proxy-module-missing",), "a directive is misspelt", "http://:9091 {\n reverse_prox app.internal:8080\n}\n"),
        ("start-key-missing", "proxy-misconfig", ("tls-certificate-invalid",), "the certificate file does not exist", "https://shop.example:9443 {\n tls /srv/tls/none.pem /srv/tls/none.key\n}\n"),
    ]
    for name, cause, others, said, body in table:

        def act(body=body):
            file = lab.file("/srv/caddy/start.Caddyfile", config(body, log=out))
            with open(out, "ab") as stream:
                command = ["caddy", "run", "--adapter", "caddyfile", "--config", file]
                subprocess.run(command, stdout=stream, stderr=stream, check=False, timeout=10)

        lab.case(name, cause, said + ".", act, [out], acceptable=others, keep="last", drop=("using provided", "maxprocs", '"level":"info"'))


def record(lab):
    os.environ["HOME"] = "/srv/caddy"
    # Caddy is not root here, and still gets port 80.
    Path("/proc/sys/net/ipv4/ip_unprivileged_port_start").write_text("0")
    lab.version_of("Caddy", "caddy", "version")
    lab.drop = ('"remote_ip":"10.0.0.2"', '"remote_ip": "10.0.0.2"')
    certs.make()
    lab.folder("/run/shop")
    shared(lab)
    own(lab)
    checks(lab)
    starting(lab)
