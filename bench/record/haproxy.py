"""HAProxy from Debian: the shared faults, then those of its own."""

import certs
import haproxy_own
from client import path_of, visit
from faults import ABSENT, PLAIN, TLS, address

LOG = "/srv/log/haproxy.log"
# Passed on without a word, or the same line as another.
PASSED = {"length-and-chunks", "two-encodings", "tls-future", "http2-only", "prints-before-head", "headers-too-many"}
PASSED |= {"closes-inside-head", "header-with-nul", "tls-refused", "kept-closed", "kept-reset", "closes-at-once", "chunks-cut", "chunk-broken"}
PASSED |= {"two-lengths", "length-no-number", "status-no-number", "ssh", "header-without-colon"}
# What else is logged as PH: the log does not say which.
REFUSED = ("invalid-response-header", "invalid-framing", "response-header-too-big", "protocol-mismatch", "app-exception")
BIG = ("header-too-big", "header-with-space")
# The log of the TLS cases has the error of the server's connection.
ERRORS = """log-format '%ci:%cp [%tr] %ft %b/%s %TR/%Tw/%Tc/%Tr/%Ta %ST %B %tsc %rc %[bc_err_str]/%[ssl_bc_err_str] "%HM %HU"'"""

MAIN = """global
  log stdout format {format} local0 info
  maxconn 200
  {main}
defaults
  mode http
  log global
  option httplog
  option abortonclose
  timeout connect 800ms
  timeout client {client}
  timeout server 1s
  timeout queue 500ms
  timeout http-request 1s
  retries 1
{body}
"""


def begin(lab, body, home="/srv/haproxy", port=80, log=LOG, format="raw", main="", client="3s"):
    """Starts one with this after the defaults; its log is what it writes to stdout."""
    lab.folder(home)
    lab.folder("/srv/log")
    text = MAIN.format(body=body, format=format, main=main, client=client)
    file = lab.file(f"{home}/haproxy.cfg", text)
    return lab.start("haproxy", "-W", "-db", "-f", file, port=port, log=log)


def shared(lab):
    """The faults every proxy meets."""
    faults = [fault for fault in ABSENT + PLAIN + TLS if fault.name not in PASSED]
    front, back = "", ""
    for number, fault in enumerate(faults):
        tls = " ssl verify required ca-file /srv/tls/ca.pem sni str(app.internal)" if fault.speaks_tls else ""
        front += f"  use_backend shop{number} if {{ path_beg {path_of(number)} }}\n"
        tls += " ssl-max-ver TLSv1.2" if fault.name == "tls-version" else ""
        back += f"backend shop{number}\n  server app1 {address(lab, fault)}{tls}\n"
    plain = f"frontend www\n  bind 10.0.0.2:80\n{front}"
    errors = f"frontend www83\n  bind 10.0.0.2:83\n  {ERRORS}\n{front}"
    process = begin(lab, plain + errors + back)
    for number, fault in enumerate(faults):
        act = visit(83 if fault.speaks_tls else 80, fault, path_of(number))
        others = REFUSED if fault.name in BIG else fault.acceptable
        lab.case(fault.name, fault.cause, f"{fault.said}.", act, [LOG], acceptable=others)
    lab.end(process)


def record(lab):
    lab.version_of("HAProxy", "haproxy", "-v")
    lab.drop = ("10.0.0.2:", "Proxy www st", "New worker", "Loading success", "Initializing new worker", "[NOTICE]")
    certs.make()
    shared(lab)
    haproxy_own.record(lab)
