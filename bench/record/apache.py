"""Apache httpd from Debian: the shared faults, then those of its own."""

import os
import subprocess

import apache_own
import certs
from client import path_of, visit
from faults import ABSENT, PLAIN, TLS, address
from lab import is_open, read

LOG = "/srv/log/apache2"
ERROR = f"{LOG}/error.log"
ACCESS = [f"{LOG}/access.log", f"{LOG}/other_vhosts_access.log", f"{LOG}/timed.log"]
LOGS = [ERROR, *ACCESS]
FORMATS = ["combined", "vhost_combined", "timed"]
# Passed on without a word, or the same line as another.
PASSED = {"length-and-chunks", "two-encodings", "two-lengths", "length-no-number", "http2-only", "headers-too-many"}
PASSED |= {"header-with-space", "header-with-nul", "body-cut", "tls-future", "status-no-number", "prints-before-head", "ssh", "closes-at-once"}
# With the proxy's debug lines, which tell a new connection from a kept one.
FRESH = {"closes-before-head", "resets-before-head"}

MODULES = """mpm_event authz_core authz_host dir alias rewrite setenvif headers reqtimeout proxy
proxy_http ssl socache_shmcb slotmem_shm proxy_balancer lbmethod_byrequests cgid""".split()
MAIN = """ServerRoot {home}
PidFile {home}/apache2.pid
Mutex file:{home} default
ScriptSock {home}/cgisock
{modules}
User www-data
Group www-data
ServerName shop.example
{main}
ErrorLog {log}
LogLevel {level}
LogFormat "%h %l %u %t \\"%r\\" %>s %O \\"%{{Referer}}i\\" \\"%{{User-Agent}}i\\"" combined
LogFormat "%v:%p %h %l %u %t \\"%r\\" %>s %O \\"%{{Referer}}i\\" \\"%{{User-Agent}}i\\"" vhost_combined
LogFormat "%t %a \\"%r\\" %>s %b %Dus %{{Host}}i" timed
ProxyTimeout 1
RequestReadTimeout header=1 body=1
SSLProxyEngine on
SSLProxyVerify require
SSLProxyCACertificateFile /srv/tls/ca.pem
SSLProxyCheckPeerName on
{body}
"""


def config(home, body, main="Listen 80", log=ERROR, level="info", modules=MODULES):
    loads = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in modules)
    return MAIN.format(home=home, body=body, main=main, log=log, level=level, modules=loads)


def begin(lab, body, home="/srv/apache2", port=80, **more):
    """Starts an httpd with this behind the common lines."""
    lab.folder(home)
    lab.folder(LOG)
    file = lab.file(f"{home}/apache2.conf", config(home, body, **more))
    start = os.path.getsize(ERROR) if os.path.exists(ERROR) else 0
    ready = lambda: is_open(port) and any("resuming normal" in line for line in read(ERROR, start))
    return lab.start("apache2", "-f", file, "-DFOREGROUND", ready=ready, log=f"{home}/out.log")


def logged(number, path, text):
    """A location; the access log formats take turns by the path."""
    return f'SetEnvIf Request_URI "^{path}" log{number % 3}\n<Location "{path}">\n{text}\n</Location>\n'


def journals():
    lines = [f"CustomLog {file} {name} env=log{i}" for i, (file, name) in enumerate(zip(ACCESS, FORMATS))]
    return "\n".join(lines) + "\n"


def shared(lab):
    """The faults every proxy meets."""
    faults = [fault for fault in ABSENT + PLAIN + TLS if fault.name not in PASSED]
    some(lab, [fault for fault in faults if fault.name not in FRESH], {})
    # AH02824 says that the connection was made for this request; the other lines of this level do not matter.
    passing = ("AH00942", "AH00943", "AH00944", "AH00945", "AH00947", "AH00962", "AH01143", "AH03408", "AH02545", "AH00925", "AH00927", "AH00930", "AH00931")
    some(lab, [fault for fault in faults if fault.name in FRESH], {"level": "info proxy:debug"}, passing)


def some(lab, faults, more, drop=()):
    """Those of them, in one httpd."""
    body = journals()
    for number, fault in enumerate(faults):
        scheme = "https" if fault.speaks_tls else "http"
        host = address(lab, fault)
        if fault.speaks_tls:
            host = host.replace("10.0.0.20", "app.internal")
        extra = "" if fault.name != "tls-version" else "SSLProxyProtocol TLSv1.2\n"
        text = f'ProxyPass "{scheme}://{host}/" retry=0 connectiontimeout=1'
        if extra:
            body += f'<Proxy "{scheme}://{host}/">\n{extra}</Proxy>\n'
        body += logged(number, path_of(number), text)
    process = begin(lab, body, **more)
    for number, fault in enumerate(faults):
        act = visit(80, fault, path_of(number))
        lab.case(fault.name, fault.cause, f"{fault.said}.", act, LOGS, acceptable=fault.acceptable, drop=drop)
    lab.end(process)


def starting(lab):
    """It refuses to start: what it prints is its error log."""
    home = lab.folder("/srv/apache2-start")
    lab.upstream(lambda conn: None, host="0.0.0.0", port=9090)
    few = [name for name in MODULES if not name.startswith("proxy")]
    site = '<Location "/">\n{}\n</Location>\n'
    tls = "<VirtualHost *:443>\nSSLEngine on\nSSLCertificateFile /srv/tls/none.pem\n</VirtualHost>\n"
    cases = [
        ("start-module-missing", "proxy-module-missing", ("proxy-misconfig",), "ProxyPass without mod_proxy", site.format("ProxyPass http://app.internal/"), {"modules": few}),
        ("start-unknown-directive", "proxy-misconfig", ("proxy-module-missing",), "a directive is misspelt", "ProxyPas / http://app.internal/\n", {}),
        ("start-port-taken", "port-conflict", (), "another program listens at httpd's port", "", {"main": "Listen 9090"}),
        ("start-key-missing", "proxy-misconfig", ("tls-certificate-invalid",), "the certificate file does not exist", tls, {}),
    ]
    for name, cause, others, said, body, more in cases:

        def act(body=body, more=more):
            text = config(str(home), body, **more)
            for line in text.splitlines():
                # What belongs to modules that are not loaded would be the first mistake.
                if "modules" in more and line.startswith(("ProxyTimeout", "SSLProxy", "ScriptSock")):
                    text = text.replace(line + "\n", "")
            file = lab.file(f"{home}/apache2.conf", text)
            with open(home / "stderr.log", "ab") as stream:
                subprocess.run(["apache2", "-f", file], stderr=stream, stdout=stream, check=False, timeout=20)

        lab.case(name, cause, said + ".", act, [str(home / "stderr.log"), ERROR], acceptable=others)


def record(lab):
    lab.version_of("Apache", "apache2", "-v")
    os.environ["APACHE_RUN_DIR"] = "/srv/apache2"
    certs.make()
    shared(lab)
    apache_own.record(lab)
    starting(lab)
