"""Squid from Debian, as a forward proxy: the access log, and one with the error's name."""

import certs
from client import ask, leave, raw
from faults import ABSENT, PLAIN, address
from lab import is_open, read
from nginx_own import UNREACHED
from upstream import answers, hangs

HOME = "/srv/squid"
LOGS = ["/srv/log/squid/cache.log", "/srv/log/squid/access.log", "/srv/log/squid/errors.log"]
PASSED = {"length-and-chunks", "two-encodings", "two-lengths", "length-no-number", "header-with-nul", "header-with-space"}
PASSED |= {"status-no-number", "prints-before-head", "http2-only", "kept-closed", "kept-reset", "closes-at-once", "ssh"}
PASSED |= {"headers-too-many", "header-without-colon", "chunks-cut", "chunk-broken", "body-cut", "body-reset"}
CONFIG = """http_port 10.0.0.2:80
visible_hostname proxy.example
pid_filename {home}/squid.pid
cache_log /srv/log/squid/cache.log
coredump_dir {home}
cache_effective_user proxy
logformat errors %ts.%03tu %6tr %>a %Ss/%03>Hs %<st %rm %ru %Sh/%<a %err_code/%err_detail
access_log daemon:/srv/log/squid/access.log squid
access_log daemon:/srv/log/squid/errors.log errors
logfile_rotate 0
cache deny all
dns_nameservers 10.0.0.53
dns_timeout 1 second
dns_retransmit_interval 1 second
connect_timeout 1 second
read_timeout 1 second
request_timeout 1 second
forward_timeout 3 seconds
connect_retries 0
shutdown_lifetime 0 seconds
reply_header_max_size 32 KB
request_header_max_size 8 KB
request_body_max_size 10 KB
pinger_enable off
acl forbidden dstdomain .blocked.internal
http_access deny forbidden
acl site src 192.0.2.0/24 10.0.0.0/24
http_access allow site
http_access deny all
"""


def begin(lab):
    lab.folder(HOME, "proxy")
    lab.folder("/srv/log/squid", "proxy")
    lab.folder("/run/squid", "proxy")
    file = lab.file(f"{HOME}/squid.conf", CONFIG.format(home=HOME))
    ready = lambda: is_open(80) and any("Accepting HTTP" in line for line in read(LOGS[0], 0))
    return lab.start("squid", "-N", "-f", file, ready=ready, log=f"{HOME}/out.log")


def fetches(place, path, method="GET", body=b""):
    """The visitor asks the proxy for a page of that place."""
    return lambda: ask(80, f"http://{place}{path}", method, body=body, host=place)


def own(lab):
    """name, cause, acceptable, what was done, what the visitor does."""
    up = lab.upstream
    app, silent = up(answers()), up(hangs)
    yield "connect-lost", "connect-timeout-firewall", ("upstream-not-listening", *UNREACHED), "packets to the application are dropped", fetches("10.0.0.66:8080", "/orders/")
    yield "name-unknown", "dns-not-found", ("dns-resolver-missing",), "the name does not exist", fetches("gone.internal:8080", "/search/")
    yield "denied", "waf-or-firewall-block", ("proxy-misconfig", "visitor-blocked"), "http_access denies this name", fetches("www.blocked.internal", "/")
    yield "body-too-big", "request-body-too-big", (), "an upload of 300 kB, request_body_max_size is 10 kB", fetches(app, "/media/", "POST", b"x" * 300_000)
    yield "header-too-long", "request-header-too-big", ("protocol-mismatch",), "a Cookie line of 20 kB", lambda: ask(80, f"http://{app}/", headers=["Cookie: s=" + "a" * 20000], host=app)
    yield "visitor-left", "client-aborted", ("upstream-read-timeout",), "the visitor leaves while the application works", lambda: leave(80, f"http://{silent}/report/", 0.3)
    yield "connect-refused", "upstream-not-listening", ("upstream-restarting", "upstream-crashed", "wrong-upstream-port"), "CONNECT to a port where nothing listens", lambda: raw(80, b"CONNECT 10.0.0.20:443 HTTP/1.1\r\nHost: 10.0.0.20:443\r\n\r\n", 3)


def record(lab):
    lab.version_of("Squid", "squid", "-v")
    lab.drop = (" 10.0.0.2 NONE", "error:transaction-end-before-headers", "storeLateRelease")
    certs.make()
    process = begin(lab)
    for number, fault in enumerate(fault for fault in ABSENT + PLAIN if fault.name not in PASSED):
        act = fetches(address(lab, fault), f"/orders/{100 + number}", fault.method, b"a=1" if fault.method == "POST" else b"")
        lab.case(fault.name, fault.cause, f"{fault.said}.", act, LOGS, acceptable=fault.acceptable)
    for name, cause, others, said, act in own(lab):
        lab.case(name, cause, said + ".", act, LOGS, acceptable=others, settle=3.0)
    lab.end(process)
