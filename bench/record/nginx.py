"""nginx from Debian: the shared faults, then those of its own (nginx_own, nginx_limits)."""

import signal

import certs
import nginx_limits
import nginx_own
from client import path_of, visit
from faults import ABSENT, PLAIN, TLS, address

LOG = "/srv/log/nginx"
ERROR = f"{LOG}/error.log"
# The log formats one meets; locations take them in turn.
FORMATS = """
log_format timed '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" '
    '"$http_user_agent" rt=$request_time uct="$upstream_connect_time" uht="$upstream_header_time" '
    'urt="$upstream_response_time" us="$upstream_status" ua="$upstream_addr"';
log_format json escape=json '{"time":"$time_iso8601","remote_addr":"$remote_addr","method":"$request_method",'
    '"uri":"$request_uri","status":$status,"bytes":$body_bytes_sent,"request_time":$request_time,'
    '"upstream":"$upstream_addr","upstream_status":"$upstream_status","upstream_time":"$upstream_response_time"}';
"""
# Faults nginx 1.22 passes on without a word, or with the same line as another.
PASSED = {"length-and-chunks", "two-encodings", "two-lengths", "length-no-number", "status-no-number"}
PASSED |= {"prints-before-head", "closes-at-once"}
NAMES = ["combined", "timed", "json"]
ACCESS = [f"{LOG}/access.log", f"{LOG}/timed.log", f"{LOG}/json.log"]
LOGS = [ERROR, *ACCESS]

MAIN = """daemon off; user www-data; worker_processes 1; pid {home}/nginx.pid; error_log {log} {level};
{main}
events {{ worker_connections {connections}; }}
http {{ {formats}
client_body_temp_path {home}/body; proxy_temp_path {home}/proxy; fastcgi_temp_path {home}/fastcgi;
uwsgi_temp_path {home}/uwsgi; scgi_temp_path {home}/scgi;
proxy_connect_timeout 1s; proxy_read_timeout 1s; proxy_send_timeout 1s; fastcgi_read_timeout 1s; uwsgi_read_timeout 1s;
access_log {access} combined; proxy_http_version 1.1; proxy_set_header Connection "";
proxy_ssl_trusted_certificate /srv/tls/ca.pem;
{http}
}}
"""


def config(home, http, main="", connections=256, level="info", log=ERROR):
    return MAIN.format(
        home=home, http=http, main=main, connections=connections, level=level, log=log, formats=FORMATS, access=ACCESS[0]
    )


def begin(lab, http, home="/srv/nginx", port=80, **more):
    """Starts an nginx with this inside `http { }`."""
    lab.folder(home)
    lab.folder(LOG)
    file = lab.file(f"{home}/nginx.conf", config(home, http, **more))
    command = ("nginx", "-p", home, "-e", more.get("log", ERROR), "-c", file)
    return lab.start(*command, port=port, log=f"{home}/out.log")


def end(lab, process):
    lab.end(process, signal.SIGTERM)


def logged(number, text):
    """A location's own access log: combined, timed and JSON take turns."""
    return f"access_log {ACCESS[number % 3]} {NAMES[number % 3]}; {text}"


def stanza(number, fault, place):
    """upstream { } and location { } of a shared fault."""
    scheme = "https" if fault.speaks_tls else "http"
    lines = "proxy_ssl_verify on; proxy_ssl_name app.internal; proxy_ssl_server_name on;" if fault.speaks_tls else ""
    if fault.name == "tls-version":
        lines += "proxy_ssl_protocols TLSv1.2;"
    if not fault.again:
        return "", logged(number, f"{lines} proxy_pass {scheme}://{place};")
    pool = f"shop_{number}"
    return f"upstream {pool} {{ server {place} max_fails=0; keepalive 4; }}", logged(number, f"proxy_pass http://{pool};")


def shared(lab):
    """The faults every proxy meets."""
    pools, places = "", ""
    faults = [fault for fault in ABSENT + PLAIN + TLS if fault.name not in PASSED]
    for number, fault in enumerate(faults):
        pool, inner = stanza(number, fault, address(lab, fault))
        pools += pool
        places += f"location {path_of(number)} {{ {inner} }}\n"
    process = begin(lab, f"{pools} server {{ listen 80; server_name shop.example; {places} }}")
    for number, fault in enumerate(faults):
        act = visit(80, fault, path_of(number))
        lab.case(fault.name, fault.cause, f"{fault.said}.", act, LOGS, acceptable=fault.acceptable)
    end(lab, process)


def record(lab):
    lab.version_of("nginx", "nginx", "-v")
    lab.drop = ("client: 10.0.0.2, server: 0.0.0.0:",)
    certs.make()
    shared(lab)
    nginx_own.record(lab)
    nginx_limits.record(lab)
