"""Faults of HAProxy's own: queues, limits, visitors that leave, health checks, TCP mode, other log formats."""

import subprocess
from pathlib import Path

import certs
from client import ask, connect, head, leave, raw, sip
from faults import DOWN
from lab import until
from nginx_own import HELLO, UNREACHED
from upstream import OK, answers, closes, hangs, reset, resets, says, wait_closed

CUSTOM = 'log-format "%ci:%cp [%tr] %ft %b/%s %TR/%Tw/%Tc/%Tr/%Ta %ST %B %tsc %ac/%fc/%bc/%sc/%rc %sq/%bq %{+Q}r"'
# What is logged of a visitor whose connection fails before there is a request.
FAILED = """error-log-format '%ci:%cp [%tr] %ft %[fc_err_str]/%[ssl_fc_err_str]'"""
JSON = """log-format '{"client":"%ci","frontend":"%f","backend":"%b","server":"%s","status":%ST,"state":"%ts","time":%Ta,"retries":"%rc","request":"%HM %HU"}'"""
LONG = OK + b"Content-Length: 9000000\r\n\r\n" + b"y" * 9_000_000


def rows(lab):
    """path, name, cause, acceptable, what was done, inside the backend, what the visitor does."""
    up = lab.upstream
    get = lambda path: ask(80, path)
    silent = ("upstream-worker-timeout", "origin-overloaded")
    early = ("upstream-crashed", "upstream-restarting", "upstream-worker-timeout", "keepalive-race")

    def server(place, more=""):
        return f"server app1 {place} {more}"

    yield "connect-lost", "connect-timeout-firewall", UNREACHED, "packets to the application are dropped", server("10.0.0.66:8080"), get
    yield "connect-rejected", "connect-timeout-firewall", ("no-route-network", "host-down", *DOWN), "a firewall rejects with host-unreachable", server("10.0.0.67:8080"), get
    yield "queue-full", "upstream-read-timeout", ("connection-limit", "origin-overloaded"), "maxconn of the server is 1 and one visitor waits", server(up(hangs), "maxconn 1"), queues
    yield "visitor-left", "client-aborted", ("upstream-read-timeout",), "the visitor leaves while the application works", "timeout server 9s\n  " + server(up(hangs)), lambda path: leave(80, path, rst=True)
    yield "visitor-left-body", "client-aborted", (), "the visitor leaves in the middle of the answer", "timeout server 9s\n  " + server(up(says(LONG, wait_closed))), lambda path: sip(80, path)
    yield "visitor-stalls-body", "client-aborted", ("network-unstable",), "the visitor stops reading in the middle of the answer", "timeout server 9s\n  " + server(up(says(LONG, wait_closed))), lambda path: sip(80, path, 4.0)
    yield "visitor-left-queue", "client-aborted", ("connection-limit", "origin-overloaded"), "the visitor leaves while waiting in the queue", "timeout server 9s\n  timeout queue 9s\n  " + server(up(hangs), "maxconn 1"), leaves_queue
    yield "rate-limited", "rate-limited", ("waf-or-firewall-block",), "four requests at once, a stick table allows two", "stick-table type ip size 1k expire 10s store http_req_rate(10s)\n  http-request track-sc0 src\n  http-request deny deny_status 429 if { sc_http_req_rate(0) gt 2 }\n  " + server(up(answers())), lambda path: [ask(80, path) for _ in range(4)][-1]
    yield "denied", "waf-or-firewall-block", ("proxy-misconfig", "visitor-blocked", "rate-limited"), "http-request deny for this path", "http-request deny\n  " + server(up(answers())), get
    yield "answer-denied", "waf-or-firewall-block", ("proxy-misconfig", "invalid-response-header"), "http-response deny for a header of the answer", "http-response deny if { res.hdr(Server) -m found }\n  " + server(up(answers())), get
    yield "no-server-up", "no-healthy-upstream", DOWN, "the only server is disabled", server(up(answers()), "disabled"), get
    yield "no-server", "no-healthy-upstream", ("proxy-misconfig",), "the backend has no server", "", get
    yield "retries", "upstream-not-listening", DOWN, "two servers where nothing listens, with redispatch", f"retries 3\n  option redispatch\n  server app1 10.0.0.20:{lab.port()}\n  server app2 10.0.0.21:{lab.port()}", get
    yield "silent-json", "upstream-read-timeout", silent, "the application never answers", server(up(hangs)), get
    yield "closes-json", "upstream-closed-early", early, "the application reads the request and closes", server(up(closes)), get
    yield "resets-json", "upstream-closed-early", early, "the application reads the request and resets the connection", server(up(resets)), get
    yield "refused-json", "upstream-not-listening", DOWN, "nothing listens at that port", server(f"10.0.0.20:{lab.port()}"), get


def queues(path):
    """One request holds the only place, the second waits."""
    with connect(80) as first:
        first.sendall(head("GET", path))
        return ask(80, path)


def leaves_queue(path):
    with connect(80) as first:
        first.sendall(head("GET", path))
        leave(80, path, rst=True)


def front(rows_):
    """Frontends of three log formats: those of -json cases write JSON, every other third the custom one."""
    text = "frontend www\n  bind 10.0.0.2:80\n"
    for number, row in enumerate(rows_):
        text += f"  use_backend shop{number} if {{ path_beg /{number}/ }}\n"
    return text


def wire(port, tls_port):
    slow = head("POST", "/cart/", ["Content-Length: 100"])[:40]
    yield "tls-to-plain-port", "protocol-mismatch", ("request-header-too-big",), "the visitor speaks TLS to the plain port", lambda: raw(port, HELLO, 2)
    yield "plain-to-tls-port", "protocol-mismatch", ("tls-handshake-failed",), "the visitor speaks plain HTTP to the TLS port", lambda: ask(tls_port, "/")
    yield "visitor-stalls-head", "client-aborted", ("network-unstable",), "the visitor stops sending in the middle of the head", lambda: raw(port, slow, 3)
    yield "visitor-left-head", "client-aborted", ("network-unstable",), "the visitor leaves in the middle of the head", lambda: cut(port, slow)


def cut(port, octets):
    with connect(port) as conn:
        conn.sendall(octets)
        reset(conn)


def http(lab, haproxy):
    table = list(rows(lab))
    text, number_of = "", {}
    for number, row in enumerate(table):
        number_of[row[0]] = number
        text += f"backend shop{number}\n  {row[4]}\n"
    one = front(table)
    ports = [(80, ""), (81, CUSTOM), (82, JSON)]
    body = "".join(one.replace("www", f"www{p}").replace(":80\n", f":{p}\n") + (f"  {f}\n" if f else "") for p, f in ports)
    body += f"frontend secure\n  {FAILED}\n  bind 10.0.0.2:443 ssl crt /srv/tls/both.pem\n"
    process = haproxy.begin(lab, body + text, home="/srv/haproxy-own", format="rfc3164", client="2s")
    for number, (name, cause, others, said, _, visit) in enumerate(table):
        act = lambda visit=visit, number=number: visit(f"/{number}/cart")
        if name.endswith("-json"):
            act = lambda number=number: ask(82, f"/{number}/cart")
        elif name in ("connect-lost", "denied", "no-server-up"):
            act = lambda number=number: ask(81, f"/{number}/cart")
        lab.case(name, cause, said + ".", act, [haproxy.LOG], acceptable=others, settle=3.0)
    for name, cause, others, said, act in wire(80, 443):
        lab.case(name, cause, said + ".", act, [haproxy.LOG], acceptable=others)
    lab.end(process)


def tcp(lab, haproxy):
    """The same in TCP mode, with the log of connections."""
    up = lab.upstream
    table = [
        ("tcp-refused", "upstream-not-listening", DOWN, "nothing listens at that port", f"10.0.0.20:{lab.port()}", ask),
        ("tcp-connect-lost", "connect-timeout-firewall", UNREACHED, "packets to the application are dropped", "10.0.0.66:8080", ask),
        ("tcp-silent", "upstream-read-timeout", ("upstream-worker-timeout", "client-aborted"), "the application never answers", up(hangs), ask),
        ("tcp-resets", "upstream-closed-early", ("upstream-crashed", "upstream-restarting"), "the application resets the connection after the request", up(resets), ask),
        ("tcp-visitor-resets", "client-aborted", (), "the visitor resets the connection", up(answers()), None),
    ]
    body = "".join(f"listen shop{i}\n  mode tcp\n  option tcplog\n  bind 10.0.0.2:{90 + i}\n  server app1 {row[4]}\n" for i, row in enumerate(table))
    process = haproxy.begin(lab, body, home="/srv/haproxy-tcp", port=94)

    def drops(port):
        with connect(port) as conn:
            conn.sendall(head("GET", "/"))
            conn.recv(100)
            reset(conn)

    for i, (name, cause, others, said, _, visit) in enumerate(table):
        act = lambda visit=visit or drops, port=90 + i: visit(port)
        lab.case(name, cause, said + ".", act, [haproxy.LOG], acceptable=others)
    lab.end(process)


def checks(lab, haproxy):
    """Health checks that fail: each in a process of its own, the alert and the next request are the case."""
    up, tls = lab.upstream, "check-ssl verify required ca-file /srv/tls/ca.pem sni str(app.internal)"
    sick = OK.replace(b"200 OK", b"503 Service Unavailable") + b"Content-Length: 0\r\n\r\n"
    rare = "upstream-not-ready", "upstream-crashed", "upstream-restarting", "no-healthy-upstream"
    table = [
        ("check-refused", "upstream-not-listening", (*DOWN, "no-healthy-upstream"), "nothing listens, the check says so", f"10.0.0.20:{lab.port()}", "", ""),
        ("check-one-down", "one-server-faulty", ("upstream-not-listening", *DOWN), "one of two servers does not listen", f"10.0.0.20:{lab.port()}", f"\n  server app2 {up(answers())}", ""),
        ("check-lost", "connect-timeout-firewall", (*UNREACHED, "no-healthy-upstream"), "packets to the application are dropped", "10.0.0.66:8080", "", ""),
        ("check-503", "no-healthy-upstream", (*rare, "origin-maintenance", "app-exception", "database-down"), "the health page answers 503", up(says(sick)), "", "option httpchk GET /health"),
        ("check-404", "no-healthy-upstream", ("proxy-misconfig",), "the health page does not exist", up(says(sick.replace(b"503 Service Unavailable", b"404 Not Found"))), "", "option httpchk GET /health"),
        ("check-silent", "upstream-read-timeout", ("no-healthy-upstream", "origin-overloaded", *rare), "the health page never answers", up(hangs), "", "option httpchk GET /health"),
        ("check-garbage", "protocol-mismatch", ("no-healthy-upstream", "invalid-response-header", "wrong-upstream-port"), "the health page answers with no HTTP", up(says(b"PONG\r\n")), "", "option httpchk GET /health"),
        ("check-tls-version", "tls-handshake-failed", ("tls-certificate-invalid", "protocol-mismatch", "no-healthy-upstream"), "the application speaks TLS 1.3 only, the check 1.2", up(answers(), certs.newest_only()), f"{tls} ssl-max-ver TLSv1.2", ""),
    ]
    for name, cause, others, said, place, more, option in table:
        if not lab.wanted(name):
            continue
        log = "/srv/log/haproxy-checks.log"
        Path(log).write_text("")
        body = f"listen shop\n  bind 10.0.0.2:80\n  timeout check 1s\n  {option}\n  server app1 {place} check inter 500ms fall 1 {more}\n"

        def act(body=body):
            process = haproxy.begin(lab, body, home="/srv/haproxy-check", log=log)
            until(lambda: "is DOWN" in Path(log).read_text(), 5)
            status = ask(80, "/cart")
            until(lambda: "/cart" in Path(log).read_text(), 2)
            lab.end(process)
            return status

        lab.case(name, cause, said + ".", act, [log], acceptable=others, drop=("Exiting", "exited", "SIGTERM", "/<NOSRV> -1/-1/-1/-1/0 0"))


def starting(lab, haproxy):
    """It refuses to start."""
    out = "/srv/log/haproxy-start.log"
    lab.upstream(answers(), host="0.0.0.0", port=9090)
    table = [
        ("start-name-unknown", "dns-not-found", ("upstream-startup-failed",), "a server's name does not exist", "listen shop\n  bind :9091\n  server app1 gone.internal:8080\n"),
        ("start-port-taken", "port-conflict", (), "another program listens at HAProxy's port", "listen shop\n  bind :9090\n"),
        ("start-unknown-keyword", "proxy-misconfig", (), "a keyword is misspelt", "listen shop\n  bind :9091\n  sever app1 10.0.0.20:8080\n"),
        ("start-key-missing", "proxy-misconfig", ("tls-certificate-invalid",), "the certificate file does not exist", "listen shop\n  bind :9443 ssl crt /srv/tls/none.pem\n"),
    ]
    for name, cause, others, said, body in table:

        def act(body=body):
            text = haproxy.MAIN.format(body=body, format="raw", main="", client="3s")
            file = lab.file("/srv/haproxy-start/haproxy.cfg", text)
            with open(out, "ab") as stream:
                subprocess.run(["haproxy", "-f", file, "-db"], stdout=stream, stderr=stream, check=False, timeout=10)

        lab.case(name, cause, said + ".", act, [out], acceptable=others)


def record(lab):
    import haproxy

    both = Path("/srv/tls/both.pem")
    both.write_text(Path("/srv/tls/good.pem").read_text() + Path("/srv/tls/good.key").read_text())
    lab.folder("/run/shop")
    http(lab, haproxy)
    tcp(lab, haproxy)
    checks(lab, haproxy)
    starting(lab, haproxy)
