"""Apache Traffic Server from Debian as a reverse proxy: error.log, diags.log and an access log in Squid's form."""

import certs
from client import ask, path_of, visit
from faults import ABSENT, PLAIN, TLS, address
from nginx_own import UNREACHED

HOME = "/srv/ats"
LOGS = [f"{HOME}/diags.log", f"{HOME}/error.log", f"{HOME}/access.log"]
PASSED = {"length-and-chunks", "two-encodings", "two-lengths", "length-no-number", "header-with-nul", "http2-only", "ssh"}
PASSED |= {"prints-before-head", "kept-closed", "kept-reset", "closes-at-once", "headers-too-many", "header-with-space"}
PASSED |= {"chunk-broken", "chunks-cut", "body-reset", "tls-silent", "tls-refused", "tls-future", "status-no-number"}
PASSED |= {"header-without-colon", "tls-wants-client", "closes-inside-head", "header-too-big", "resets-before-head"}
RECORDS = """CONFIG proxy.config.http.server_ports STRING 80:ipv4
LOCAL proxy.local.incoming_ip_to_bind STRING 10.0.0.2
CONFIG proxy.config.admin.user_id STRING #-1
CONFIG proxy.config.http.cache.http INT 0
CONFIG proxy.config.http.connect_attempts_max_retries INT 0
CONFIG proxy.config.http.connect_attempts_timeout INT 1
CONFIG proxy.config.http.transaction_no_activity_timeout_out INT 1
CONFIG proxy.config.http.down_server.cache_time INT 0
CONFIG proxy.config.hostdb.lookup_timeout INT 1
CONFIG proxy.config.hostdb.fail.timeout INT 0
CONFIG proxy.config.crash_log_helper STRING NULL
CONFIG proxy.config.body_factory.template_sets_dir STRING /etc/trafficserver/body_factory
CONFIG proxy.config.log.logging_enabled INT 3
CONFIG proxy.config.log.max_secs_per_buffer INT 1
CONFIG proxy.config.log.periodic_tasks_interval INT 1
CONFIG proxy.config.diags.output.status STRING L
CONFIG proxy.config.diags.output.note STRING L
CONFIG proxy.config.diags.output.warning STRING L
CONFIG proxy.config.diags.output.error STRING L
CONFIG proxy.config.ssl.client.verify.server.policy STRING ENFORCED
CONFIG proxy.config.ssl.client.CA.cert.path STRING /srv/tls
CONFIG proxy.config.ssl.client.CA.cert.filename STRING ca.pem
CONFIG proxy.config.exec_thread.autoconfig INT 0
CONFIG proxy.config.exec_thread.limit INT 1
"""
LOGGING = """logging:
  formats:
    - name: shop
      format: '%<cqtq> %<ttms> %<chi> %<crc>/%<pssc> %<psql> %<cqhm> %<cquc> %<caun> %<phr>/%<shn> %<psct> %<sssc> "%<{Server}ssh>"'
  logs:
    - filename: access
      format: shop
      mode: ascii
"""
ALLOW = "ip_allow:\n  - apply: in\n    ip_addrs: 0/0\n    action: allow\n    methods: ALL\n"
FOLDERS = "prefix exec_prefix bindir sbindir sysconfdir datadir includedir libdir libexecdir localstatedir runtimedir logdir cachedir"


def begin(lab, remaps):
    lab.folder(HOME)
    files = {
        "records.config": RECORDS, "logging.yaml": LOGGING, "ip_allow.yaml": ALLOW, "remap.config": remaps,
        "storage.config": f"{HOME} 32M\n", "runroot.yaml": "".join(f"{name}: {HOME}\n" for name in FOLDERS.split()),
    }
    for name, text in files.items():
        lab.file(f"{HOME}/{name}", text)
    return lab.start("traffic_server", f"--run-root={HOME}/runroot.yaml", port=80, log=f"{HOME}/out.log")


def record(lab):
    lab.version_of("Traffic Server", "traffic_server", "--version")
    lab.drop = (" 10.0.0.2 ", " NOTE: ", "STATUS: ")
    certs.make()
    faults = [fault for fault in ABSENT + PLAIN + TLS if fault.name not in PASSED and fault.name != "tls-version"]
    rows = [
        ("connect-lost", "connect-timeout-firewall", UNREACHED, "packets to the application are dropped", "10.0.0.66:8080"),
        ("connect-rejected", "connect-timeout-firewall", ("no-route-network", "host-down"), "a firewall rejects with host-unreachable", "10.0.0.67:8080"),
        ("name-unknown", "dns-not-found", (), "the upstream's name does not exist", "gone.internal:8080"),
        ("no-remap", "proxy-misconfig", ("url-mistyped",), "no line of remap.config fits the path", None),
    ]
    remaps = ""
    for number, fault in enumerate(faults):
        host = address(lab, fault).replace("10.0.0.20", "app.internal" if fault.speaks_tls else "10.0.0.20")
        remaps += f"map {path_of(number)} http{'s' if fault.speaks_tls else ''}://{host}/\n"
    for number, row in enumerate(rows, len(faults)):
        remaps += f"map {path_of(number)} http://{row[4]}/\n" if row[4] else ""
    process = begin(lab, remaps)
    for number, fault in enumerate(faults):
        act = visit(80, fault, path_of(number))
        # A connection that closes before the head is logged as ERR_CONNECT_FAIL.
        others = (*fault.acceptable, "upstream-not-listening")
        lab.case(fault.name, fault.cause, f"{fault.said}.", act, LOGS, acceptable=others, need="192.0.2.10", settle=3.0)
    for number, (name, cause, others, said, _) in enumerate(rows, len(faults)):
        path = path_of(number)
        act = lambda path=path: ask(80, path)
        lab.case(name, cause, said + ".", act, LOGS, acceptable=others, need="192.0.2.10", settle=3.0)
    lab.end(process)
