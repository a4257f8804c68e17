"""Faults of nginx's own: sockets, names, limits, temporary files, other protocols."""

import os
import socket
import subprocess

import certs
from client import ask, connect, head, leave, path_of, raw, sip
from faults import DOWN
from upstream import OK, Door, answers, answers_bad_request, closes, hangs, says

# The start of a TLS greeting.
HELLO = b"\x16\x03\x01\x00\x31\x01\x00\x00\x2d\x03\x03" + b"\x07" * 31 + b"\n" + b"\x00\x00\x02\x13\x01\x01\x00\x00\x02\x00\x00"
BIG_BODY = b"x" * 300_000
UNREACHED = ("host-down", "no-route-network", "network-unstable", "connect-timeout-too-short")


def filled(lab, path):
    """A unix socket whose queue is full: nobody accepts."""
    lab.folder("/run/shop")
    lab.doors.append(Door(None, path, socket.AF_UNIX, None, 1))
    lab.waiting = []
    for _ in range(8):
        conn = socket.socket(socket.AF_UNIX)
        conn.setblocking(False)
        try:
            conn.connect(path)
        except OSError:
            pass
        lab.waiting.append(conn)
    return path


def left_behind(lab, path):
    """A socket file whose process is gone."""
    lab.unix(path, answers())
    lab.doors.pop().close()
    return path


def private(lab, path):
    """A socket only root may use."""
    lab.unix(path, answers())
    os.chmod(path, 0o600)
    return path


def local_only(lab):
    """An application on IPv4 loopback only; its port."""
    return lab.upstream(answers(), host="127.0.0.1").split(":")[1]


def rows(lab):
    """name, cause, acceptable, what was done, inside the location."""
    resolver = "resolver 10.0.0.53 ipv6=off; resolver_timeout 1s;"
    http, up = "proxy_pass http://", lab.upstream
    down = f"10.0.0.20:{lab.port()}"
    yield "unix-missing", "unix-socket-missing", ("upstream-not-listening",), "the unix socket does not exist", f"{http}unix:/run/shop/app.sock;"
    yield "unix-permission", "unix-socket-permission", (), "the unix socket is root's, mode 0600", f"{http}unix:{private(lab, '/run/shop/private.sock')};"
    yield "unix-refused", "upstream-not-listening", DOWN + ("unix-socket-missing",), "the application is gone, its socket file stayed", f"{http}unix:{left_behind(lab, '/run/shop/old.sock')};"
    yield "unix-backlog", "backlog-full", ("origin-overloaded", "php-fpm-max-children"), "the unix socket's queue is full, nobody accepts", f"{http}unix:{filled(lab, '/run/shop/busy.sock')};"
    yield "unix-closes", "upstream-closed-early", ("upstream-crashed", "upstream-worker-timeout"), "the application closes its unix socket unread", f"{http}unix:{lab.unix('/run/shop/closing.sock', closes)};"
    yield "unix-silent", "upstream-read-timeout", ("upstream-worker-timeout",), "the application at the unix socket never answers", f"{http}unix:{lab.unix('/run/shop/silent.sock', hangs)};"
    yield "ipv6-literal", "ipv6-localhost-mismatch", ("upstream-not-listening",), "nginx dials [::1], the application listens on 127.0.0.1", f"{http}[::1]:{local_only(lab)};"
    yield "ipv6-localhost", "ipv6-localhost-mismatch", ("upstream-not-listening",), "nginx dials localhost, the application listens on 127.0.0.1 only", f"{http}localhost:{local_only(lab)};"
    yield "connect-lost", "connect-timeout-firewall", UNREACHED, "packets to the application are dropped", f"{http}10.0.0.66:8080;"
    yield "connect-rejected", "connect-timeout-firewall", ("no-route-network", "host-down"), "a firewall rejects with host-unreachable", f"{http}10.0.0.67:8080;"
    yield "no-route", "no-route-network", (), "there is no route to that network", f"{http}10.9.9.9:8080;"
    yield "name-unknown", "dns-not-found", (), "the name in a variable does not exist", f"{resolver} set $app gone.internal; {http}$app:8080;"
    yield "name-broken", "dns-not-found", ("dns-resolver-missing",), "the name server answers SERVFAIL", f"{resolver} set $app broken.internal; {http}$app:8080;"
    yield "name-silent", "dns-resolver-missing", ("dns-not-found",), "the name server does not answer", f"{resolver} set $app silent.internal; {http}$app:8080;"
    yield "resolver-absent", "dns-resolver-missing", (), "a name in a variable and no resolver", f"set $app app.internal; {http}$app:8080;"
    yield "resolver-refused", "dns-resolver-missing", ("dns-not-found",), "nothing answers at the resolver's address", f"resolver 127.0.0.11; resolver_timeout 1s; set $app app.internal; {http}$app:8080;"
    yield "url-without-scheme", "proxy-misconfig", (), "the variable of proxy_pass holds no http://", "set $app app.internal; proxy_pass $app;"
    yield "port-invalid", "proxy-misconfig", (), "the variable of proxy_pass holds a port that is none", f"{resolver} set $app app.internal:99999; {http}$app;"
    yield "grpc-to-http", "protocol-mismatch", ("wrong-upstream-port",), "grpc_pass to an HTTP/1.1 application", f"grpc_pass grpc://{up(answers_bad_request)};"
    yield "grpc-refused", "upstream-not-listening", DOWN, "grpc_pass to a port where nothing listens", f"grpc_pass grpc://{down};"
    yield "fastcgi-to-http", "protocol-mismatch", ("wrong-upstream-port",), "fastcgi_pass to an HTTP application", f"fastcgi_pass {up(answers_bad_request)};"
    yield "fastcgi-refused", "upstream-not-listening", DOWN, "fastcgi_pass to a port where nothing listens", f"fastcgi_pass {down};"
    yield "fastcgi-silent", "upstream-read-timeout", ("upstream-worker-timeout", "php-max-execution-time", "php-fpm-max-children"), "the FastCGI application never answers", f"fastcgi_pass {up(hangs)};"
    yield "uwsgi-refused", "upstream-not-listening", DOWN, "uwsgi_pass to a port where nothing listens", f"uwsgi_pass {down};"
    yield "sni-off", "tls-sni-missing", ("tls-handshake-failed",), "the application needs SNI, proxy_ssl_server_name is off", f"proxy_pass https://{up(answers(), tls=certs.wants_name())};"
    yield "sni-wrong", "tls-sni-missing", ("tls-handshake-failed",), "proxy_ssl_name is not the application's name", f"proxy_ssl_server_name on; proxy_ssl_name $host; proxy_pass https://{up(answers(), tls=certs.wants_name())};"
    yield "rewrite-cycle", "loop-detected", ("proxy-misconfig",), "a rewrite leads to itself", "rewrite ^(.*)$ $1x last;"
    yield "index-cycle", "loop-detected", ("proxy-misconfig",), "try_files falls back to the path it came from", "root /srv/nowhere; try_files $uri $uri/ ${uri}index.html;"
    yield "auth-refused", "upstream-not-listening", DOWN, "the service behind auth_request is not running", f"auth_request /auth; {http}{up(answers())};"


def served(lab, number, name):
    """Locations whose fault is on nginx's or the visitor's side."""
    path, up = path_of(number), lab.upstream
    app = up(answers())
    return {
        "body-too-big": f"client_max_body_size 10k; proxy_pass http://{app};",
        "rate-limited": f"limit_req zone=visitors; proxy_pass http://{app};",
        "connections-limited": f"limit_conn sessions 1; proxy_pass http://{up(hangs)};",
        "visitor-left": f"proxy_read_timeout 9s; proxy_pass http://{up(hangs)};",
        "visitor-left-post": f"proxy_read_timeout 9s; proxy_request_buffering off; proxy_pass http://{up(hangs)};",
        "visitor-stalls": f"client_body_timeout 1s; proxy_pass http://{app};",
        "body-temp-unwritable": f"client_body_temp_path /srv/spool/body; client_body_buffer_size 8k; proxy_pass http://{app};",
        "answer-temp-unwritable": f"proxy_temp_path /srv/spool/answer; proxy_buffers 4 8k; proxy_pass http://{up(says(OK + b'Content-Length: 9000000' + b'%c%c' % (13, 10) * 2 + b'y' * 9_000_000))};",
        "body-disk-full": f"client_body_temp_path /srv/full/body; client_body_buffer_size 8k; proxy_pass http://{app};",
        "answer-disk-full": f"proxy_temp_path /srv/full/answer; proxy_buffers 4 8k; proxy_pass http://{up(says(OK + b'Content-Length: 9000000' + b'%c%c' % (13, 10) * 2 + b'y' * 9_000_000))};",
    }[name], path


def visits(port):
    """name, cause, acceptable, what was done, what the visitor does with a path."""

    def often(path):
        return [ask(port, path) for _ in range(4)][-1]

    def twice(path):
        with connect(port) as first:
            first.sendall(head("GET", path))
            return ask(port, path)

    def stalls(path):
        return raw(port, head("POST", path, ["Content-Length: 100"]) + b"half", 4)

    def posts(path):
        return ask(port, path, "POST", body=BIG_BODY)

    def leaves_post(path):
        leave(port, path, method="POST")

    yield "body-too-big", "request-body-too-big", (), "an upload of 300 kB, client_max_body_size is 10 kB", posts
    yield "rate-limited", "rate-limited", (), "four requests at once, limit_req allows one a second", often
    yield "connections-limited", "connection-limit", ("rate-limited",), "two connections of one visitor, limit_conn allows one", twice
    yield "visitor-left", "client-aborted", ("upstream-read-timeout",), "the visitor leaves while the application works", lambda path: leave(port, path)
    yield "visitor-left-post", "client-aborted", ("upstream-read-timeout",), "the visitor leaves after a POST", leaves_post
    yield "visitor-stalls", "client-aborted", ("network-unstable",), "the visitor stops sending in the middle of an upload", stalls
    yield "body-temp-unwritable", "temp-dir-unwritable", (), "client_body_temp_path is not writable for the worker", posts
    yield "answer-temp-unwritable", "temp-dir-unwritable", (), "proxy_temp_path is not writable for the worker", lambda path: sip(port, path)
    yield "body-disk-full", "disk-full", (), "the disk of client_body_temp_path is full", posts
    yield "answer-disk-full", "disk-full", (), "the disk of proxy_temp_path is full", lambda path: sip(port, path)


def wire(port, tls_port):
    """name, cause, acceptable, what was done, what the visitor sends."""
    yield "cookie-too-big", "request-header-too-big", (), "one Cookie line of 1.5 kB, the limit is 1 kB", lambda: ask(port, "/", headers=["Cookie: s=" + "a" * 1500])
    yield "uri-too-long", "request-header-too-big", (), "a path of 1.5 kB, the limit is 1 kB", lambda: ask(port, "/" + "a" * 1500)
    yield "tls-to-plain-port", "protocol-mismatch", (), "the visitor speaks TLS to the plain port", lambda: raw(port, HELLO, 2)
    yield "plain-to-tls-port", "protocol-mismatch", (), "the visitor speaks plain HTTP to the TLS port", lambda: ask(tls_port, "/")


TLS_SERVER = "client_header_buffer_size 256; large_client_header_buffers 2 1k; listen 443 ssl; ssl_certificate /srv/tls/good.pem; ssl_certificate_key /srv/tls/good.key;"
ZONES = "limit_req_zone $binary_remote_addr zone=visitors:1m rate=1r/s; limit_conn_zone $binary_remote_addr zone=sessions:1m;"


def record(lab):
    import nginx

    lab.folder("/srv/spool")
    lab.folder("/srv/full")
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=128k,mode=755", "tmpfs", "/srv/full"], check=True)
    table, own = list(rows(lab)), list(visits(80))
    auth = f"location = /auth {{ internal; proxy_pass http://10.0.0.20:{lab.port()}; }}"
    places = ""
    for number, row in enumerate(table):
        places += f"location {path_of(number)} {{ {nginx.logged(number, row[4])} }}\n"
    for number, row in enumerate(own, len(table)):
        inner, path = served(lab, number, row[0])
        places += f"location {path} {{ {nginx.logged(number, inner)} }}\n"
    dead = f"upstream shop {{ server 10.0.0.20:{lab.port()}; server 10.0.0.21:{lab.port()}; }}"
    half = f"upstream half {{ server 10.0.0.20:{lab.port()}; server {lab.upstream(answers())}; }}"
    places += f"location /pool/ {{ proxy_pass http://shop; }} location /half/ {{ {nginx.logged(1, 'proxy_pass http://half;')} }}"
    server = f"server {{ listen 80; {TLS_SERVER} server_name shop.example; {auth} {places} }}"
    process = nginx.begin(lab, ZONES + dead + half + server, home="/srv/nginx-own")
    for folder in ("/srv/spool/body", "/srv/spool/answer"):
        os.chown(folder, 0, 0)
    for number, (name, cause, others, said, _) in enumerate(table):
        # nginx takes the addresses of localhost in turn, so the fault may be on the second request only.
        times = 2 if name == "ipv6-localhost" else 1
        act = lambda path=path_of(number), times=times: max(ask(80, path) for _ in range(times))
        lab.case(name, cause, said + ".", act, nginx.LOGS, acceptable=others)
    for number, (name, cause, others, said, visit) in enumerate(own, len(table)):
        act = lambda visit=visit, path=path_of(number): visit(path)
        lab.case(name, cause, said + ".", act, nginx.LOGS, acceptable=others)
    for name, cause, others, said, act in wire(80, 443):
        lab.case(name, cause, said + ".", act, nginx.LOGS, acceptable=others)
    pool = lambda: ask(80, "/pool/")
    lab.case("pool-refused", "upstream-not-listening", "nothing listens at either member of a pool.", pool, nginx.LOGS, acceptable=DOWN)
    others = ("upstream-not-listening", *DOWN)
    lab.case("pool-no-live", "no-healthy-upstream", "the next request finds both members marked down.", pool, nginx.LOGS, acceptable=others)
    said = "one of two members does not listen; the request goes on to the other."
    act = lambda: max(ask(80, "/half/") for _ in range(2))
    lab.case("pool-one-down", "one-server-faulty", said, act, nginx.LOGS, acceptable=("upstream-not-listening", *DOWN))
    nginx.end(lab, process)
